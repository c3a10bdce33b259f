package io.polygator.gsm.sms.tpdu;

/** Type of number, bits 6 to 4 of the type-of-address octet, in the order of their codes (3GPP TS 23.040 §9.1.2.5). */
public enum TypeOfNumber {
    UNKNOWN,
    INTERNATIONAL,
    NATIONAL,
    NETWORK_SPECIFIC,
    SUBSCRIBER,
    ALPHANUMERIC,
    ABBREVIATED,
    RESERVED;

    /** The three bits as a number, 0 to 7. */
    int code() {
        return ordinal();
    }

    static TypeOfNumber ofCode(int code) {
        return values()[code];
    }
}
