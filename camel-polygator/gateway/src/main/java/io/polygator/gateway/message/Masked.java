package io.polygator.gateway.message;

/** What of a private value may stand in a log: enough to recognise it, not enough to use it. */
public final class Masked {
    private static final int SHOWN_DIGITS = 2;
    private static final int SHORTEST_SHOWN = 5;

    private Masked() {}

    /** A number or sender name with all but its last two characters hidden; a short one is hidden wholly. */
    public static String number(String number) {
        int shown = number.length() < SHORTEST_SHOWN ? 0 : SHOWN_DIGITS;
        return "*".repeat(number.length() - shown) + number.substring(number.length() - shown);
    }

    /** The length of a text and nothing of what it says. */
    public static String text(String text) {
        return "(" + text.codePointCount(0, text.length()) + " characters)";
    }
}
