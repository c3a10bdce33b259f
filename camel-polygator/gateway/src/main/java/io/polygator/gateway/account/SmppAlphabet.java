package io.polygator.gateway.account;

/** What data_coding 0, the "SMSC default alphabet" (SMPP 3.4 §5.2.19), means to an ESME; the text of SMPP leaves it open. */
public enum SmppAlphabet {
    /** GSM 7-bit, one septet in an octet. */
    GSM7,
    /** ISO 8859-1. */
    LATIN1,
    /** US-ASCII. */
    ASCII,
    /** UTF-8. */
    UTF8,
    /** GSM 7-bit, eight septets in seven octets. */
    GSM7_PACKED
}
