package io.polygator.gateway.message;

/**
 * Comparison of numbers that may be written nationally or internationally. The network writes a recipient in a status
 * report as it likes: with or without a plus, with {@code 00}, with or without the country code.
 */
public final class DialledNumber {
    private static final int COMPARED_DIGITS = 9;
    private static final int LONGEST_SHORT_CODE = 6;
    private static final int INDEXED_DIGITS = 7;

    private DialledNumber() {}

    /** The number without its leading plus or double zero; anything else stays as it is. */
    public static String bare(String number) {
        if (number.startsWith("+")) {
            return number.substring(1);
        }
        return number.startsWith("00") ? number.substring(2) : number;
    }

    /**
     * Whether two numbers mean the same subscriber as far as can be told: their last nine digits agree (fewer when one
     * is shorter). Short codes of up to six digits and alphanumeric names must agree exactly.
     */
    public static boolean same(String one, String other) {
        String first = bare(one);
        String second = bare(other);
        int shorter = Math.min(first.length(), second.length());
        if (shorter <= LONGEST_SHORT_CODE || !isNumeric(first) || !isNumeric(second)) {
            return first.equals(second);
        }
        int compared = Math.min(COMPARED_DIGITS, shorter);
        return first.regionMatches(first.length() - compared, second, second.length() - compared, compared);
    }

    /** A text that is equal for any two numbers which are the {@link #same}: for an index. */
    public static String indexKey(String number) {
        String bare = bare(number);
        boolean whole = bare.length() <= INDEXED_DIGITS || !isNumeric(bare);
        return whole ? bare : bare.substring(bare.length() - INDEXED_DIGITS);
    }

    private static boolean isNumeric(String number) {
        return number.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }
}
