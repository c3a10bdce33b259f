package io.polygator.smpp.esme;

/** How an inbound message that is too long for one short_message reaches an account. */
public enum ConcatenationMode {
    /** In one deliver_sm: in short_message while it fits, else in message_payload. A 3.3 peer gets {@link #UDH}. */
    ASSEMBLED,
    /** In segments with a user data header. */
    UDH,
    /** In segments with the sar_ optional parameters. A 3.3 peer gets {@link #UDH}. */
    SAR,
    /** Always in message_payload, however short. A 3.3 peer gets {@link #UDH}. */
    PAYLOAD
}
