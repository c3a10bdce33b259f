package io.polygator.gsm.sms.alphabet;

/**
 * Which national tables a run of septets uses (3GPP TS 23.038 §6.2.1.2).
 *
 * @param locking the language whose table replaces the default alphabet
 * @param single the language whose table replaces the extension after an escape
 */
public record NationalShift(NationalLanguage locking, NationalLanguage single) {
    private static final NationalShift NONE = new NationalShift(NationalLanguage.DEFAULT, NationalLanguage.DEFAULT);

    /** The default alphabet with its own extension. */
    public static NationalShift none() {
        return NONE;
    }

    public boolean isNone() {
        return equals(NONE);
    }
}
