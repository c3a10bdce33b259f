package io.polygator.gateway.account;

/** What follows the header of a response that refuses a submission. */
public enum SmppErrorBody {
    /** Nothing (SMPP 3.4 §4.4.2). */
    NONE,
    /** An empty message_id, for clients that read one whatever the status. */
    MESSAGE_ID
}
