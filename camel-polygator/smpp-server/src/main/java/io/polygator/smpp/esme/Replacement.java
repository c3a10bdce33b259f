package io.polygator.smpp.esme;

/** Whether a submission takes the place of one that waits, replace_if_present_flag (SMPP 3.4 §5.2.18). */
public enum Replacement {
    /** It is a message of its own. */
    NONE,
    /** It replaces the pending message of same source, destination and service type, if there is one. */
    IF_PRESENT
}
