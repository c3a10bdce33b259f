package io.polygator.gsm.sms.alphabet;

import java.util.Arrays;
import java.util.Optional;

/** National language identifiers of 3GPP TS 23.038 §6.2.1.2.4; the identifier is the octet of UDH elements 24 and 25. */
public enum NationalLanguage {
    DEFAULT(0),
    TURKISH(1),
    /** Has a single shift table only. */
    SPANISH(2),
    PORTUGUESE(3),
    /** Bengali and Assamese. */
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

    /** The language of an identifier, or nothing for a reserved one. */
    public static Optional<NationalLanguage> ofIdentifier(int identifier) {
        return Arrays.stream(values())
                .filter(language -> language.identifier == identifier)
                .findFirst();
    }

    /** Whether the language replaces the main table; otherwise its locking shift is the default alphabet. */
    public boolean hasLockingTable() {
        return NationalTables.hasLocking(this);
    }
}
