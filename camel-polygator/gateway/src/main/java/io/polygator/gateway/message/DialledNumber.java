package io.polygator.gateway.message;

import io.polygator.gsm.sms.tpdu.SmsAddress;

/**
 * Comparison of numbers that may be written nationally or internationally. The network writes a recipient in a status
 * report as it likes: with or without a plus, with {@code 00}, with or without the country code.
 */
public final class DialledNumber {
    private static final int INDEXED_DIGITS = 7;
    /** TP-DA and TP-OA hold no more digits (3GPP TS 23.040 §9.1.2.5). */
    private static final int LONGEST_NUMBER = 20;

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

    /** Whether two texts mean one subscriber; names and short codes only when they are equal. */
    public static boolean isSame(String one, String other) {
        return isNumeric(bare(one)) && isNumeric(bare(other))
                ? SmsAddress.ofDestination(one).sameSubscriber(SmsAddress.ofDestination(other))
                : one.equals(other);
    }

    private static boolean isNumeric(String number) {
        if (number.isEmpty() || number.length() > LONGEST_NUMBER) {
            return false;
        }
        for (int i = 0; i < number.length(); i++) {
            if (number.charAt(i) < '0' || number.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
