package io.polygator.gateway.account;

/** What an account may do through HTTP. */
public enum HttpScope {
    /** Submit, replace and cancel messages. */
    SEND,
    /** See its messages, events and the channels it may use. */
    READ,
    /** Control channels and send USSD codes. */
    CONTROL,
    /** See numbers and texts in full where they are masked otherwise. */
    UNMASKED
}
