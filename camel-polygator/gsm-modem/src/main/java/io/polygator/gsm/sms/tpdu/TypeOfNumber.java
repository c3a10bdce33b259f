package io.polygator.gsm.sms.tpdu;

/** Type of number, bits 6 to 4 of the type-of-address octet (3GPP TS 23.040 §9.1.2.5). */
public enum TypeOfNumber {
    UNKNOWN(0),
    INTERNATIONAL(1),
    NATIONAL(2),
    NETWORK_SPECIFIC(3),
    SUBSCRIBER(4),
    ALPHANUMERIC(5),
    ABBREVIATED(6),
    RESERVED(7);

    private static final TypeOfNumber[] BY_CODE = values();

    private final int code;

    TypeOfNumber(int code) {
        this.code = code;
    }

    /** The three bits as a number, 0 to 7. */
    int code() {
        return code;
    }

    static TypeOfNumber ofCode(int code) {
        return BY_CODE[code];
    }
}
