package io.polygator.smpp.esme;

/** What data_coding 0 means between us and one account. */
public enum DefaultAlphabet {
    /** GSM 7-bit, one septet per octet. */
    GSM7_UNPACKED,
    /** GSM 7-bit, eight septets in seven octets. */
    GSM7_PACKED,
    LATIN1,
    ASCII,
    UTF8
}
