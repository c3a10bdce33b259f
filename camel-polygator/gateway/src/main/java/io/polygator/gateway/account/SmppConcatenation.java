package io.polygator.gateway.account;

/** How an ESME gets an inbound message of several segments. */
public enum SmppConcatenation {
    /** As one deliver_sm, in message_payload only when short_message cannot hold it. */
    ASSEMBLED,
    /** One deliver_sm per segment, with the user data header. */
    UDH,
    /** One deliver_sm per segment, with the SAR TLVs. */
    SAR,
    /** As one deliver_sm, always in message_payload. */
    PAYLOAD
}
