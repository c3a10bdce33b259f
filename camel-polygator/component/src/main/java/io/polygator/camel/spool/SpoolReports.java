package io.polygator.camel.spool;

/** Whether a message of the spool asks for a status report when its file does not say. */
public enum SpoolReports {
    /** As smsd does unless its setting {@code report} says otherwise. */
    ON_REQUEST,
    ALWAYS
}
