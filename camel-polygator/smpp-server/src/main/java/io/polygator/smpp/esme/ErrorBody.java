package io.polygator.smpp.esme;

/** What follows the header of a response that reports an error. */
public enum ErrorBody {
    /** Nothing (SMPP 3.4 §4.4.2). */
    NONE,
    /** An empty message_id, for clients that read one whatever the status. */
    EMPTY_MESSAGE_ID
}
