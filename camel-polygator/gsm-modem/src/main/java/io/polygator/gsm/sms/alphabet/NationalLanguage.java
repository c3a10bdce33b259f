package io.polygator.gsm.sms.alphabet;

/** National language identifiers of 3GPP TS 23.038 §6.2.1.2.4; the identifier is the octet of UDH elements 24 and 25. */
public enum NationalLanguage {
    DEFAULT(0),
    TURKISH(1),
    SPANISH(2),
    PORTUGUESE(3),
    BENGALI(4),
    GUJARATI(5),
    HINDI(6),
    KANNADA(7),
    MALAYALAM(8),
    ORIYA(9),
    PUNJABI(10),
    TAMIL(11),
    TELUGU(12),
    URDU(13);

    private final int identifier;

    NationalLanguage(int identifier) {
        this.identifier = identifier;
    }

    public int identifier() {
        return identifier;
    }
}
