package io.polygator.gateway.message;

/** What came of a cancellation or replacement. */
public enum CancelResult {
    /** Done: no segment had left. */
    DONE,
    /** At least one segment has left or is leaving. */
    TOO_LATE,
    /** No such message. */
    UNKNOWN
}
