package io.polygator.gsm.sms.alphabet;

/** The three alphabets of short message user data (3GPP TS 23.038 §4). */
public enum Alphabet {
    /** GSM 7-bit, default or with national tables. */
    GSM7,
    /** Octets without a meaning known here. */
    OCTETS,
    /** Sixteen-bit code units, in practice UTF-16BE. */
    UCS2
}
