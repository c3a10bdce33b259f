package io.polygator.gateway.message;

/**
 * Comparison of numbers that may be written nationally or internationally. The network writes a recipient in a status
 * report as it likes: with or without a plus, with {@code 00}, with or without the country code.
 */
public final class DialledNumber {
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
     * A text that is equal for any two spellings of one subscriber, and for few others: for an index. What it finds is
     * then compared by {@link io.polygator.gsm.sms.tpdu.SmsAddress#sameSubscriber}.
     */
    public static String indexKey(String number) {
        String bare = bare(number);
        boolean whole = bare.length() <= INDEXED_DIGITS || !isNumeric(bare);
        return whole ? bare : bare.substring(bare.length() - INDEXED_DIGITS);
    }

    private static boolean isNumeric(String number) {
        for (int i = 0; i < number.length(); i++) {
            if (number.charAt(i) < '0' || number.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
