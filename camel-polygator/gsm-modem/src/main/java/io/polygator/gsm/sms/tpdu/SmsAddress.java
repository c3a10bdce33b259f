package io.polygator.gsm.sms.tpdu;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.octets.SemiOctets;
import io.polygator.gsm.sms.alphabet.Gsm7;
import java.util.regex.Pattern;

/**
 * An address as TP-OA, TP-DA and TP-RA carry it (3GPP TS 23.040 §9.1.2.5). Prints masked.
 *
 * @param typeOfNumber TON
 * @param numberingPlan NPI, 0 to 15; 1 is ISDN (E.164)
 * @param value at most 20 digits (with {@code *}, {@code #}, {@code a}, {@code b}, {@code c}) without a leading plus,
 *     or the text of an alphanumeric address, at most 11 septets
 */
public record SmsAddress(TypeOfNumber typeOfNumber, int numberingPlan, String value) {
    /** NPI of ISDN numbers. */
    public static final int ISDN = 1;

    static final int MOST_DIGITS = 20;
    static final int MOST_LETTERS = 11;
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9*#]{1," + MOST_DIGITS + "}");
    /** Numbers up to this length are short codes: valid in one network only, never international. */
    private static final int LONGEST_SHORT_CODE = 6;
    /** Trailing digits that identify a subscriber whatever prefix the number was dialled with. */
    private static final int SIGNIFICANT_DIGITS = 9;

    public SmsAddress {
        if (numberingPlan < 0 || numberingPlan > 15) {
            throw new IllegalArgumentException("NPI must be 0..15, was " + numberingPlan);
        }
        if (typeOfNumber == TypeOfNumber.ALPHANUMERIC) {
            requireName(value);
        } else {
            requireDigits(value);
        }
    }

    private static void requireName(String name) {
        Octets septets = Gsm7.encode(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "an alphanumeric address holds characters of the GSM 7-bit alphabet only"));
        if (septets.length() > MOST_LETTERS) {
            throw new IllegalArgumentException(
                    "an alphanumeric address holds at most " + MOST_LETTERS + " septets, was " + septets.length());
        }
    }

    private static void requireDigits(String digits) {
        if (digits.length() > MOST_DIGITS) {
            throw new IllegalArgumentException(
                    "a number has at most " + MOST_DIGITS + " digits, was " + digits.length() + ": shorten it");
        }
        if (!SemiOctets.canEncode(digits)) {
            throw new IllegalArgumentException("a number holds digits, *, #, a, b and c only");
        }
    }

    /**
     * The address of a recipient as people write it: {@code +} and the number is international, anything else goes to
     * the network as dialled. Blanks, hyphens, dots and parentheses are dropped.
     *
     * @throws IllegalArgumentException if it is no number that an SMS can go to; the message names the remedy
     */
    public static SmsAddress ofDestination(String number) {
        String digits = number.replaceAll("[-\\s.()]", "");
        if (!digits.startsWith("+")) {
            return new SmsAddress(TypeOfNumber.UNKNOWN, ISDN, requireDialable(digits));
        }
        String international = requireDialable(digits.substring(1));
        if (international.length() <= LONGEST_SHORT_CODE) {
            throw new IllegalArgumentException("destination: write a short code without the plus");
        }
        if (!international.chars().allMatch(SmsAddress::isDecimal)) {
            throw new IllegalArgumentException("destination: only decimal digits may follow the plus");
        }
        return new SmsAddress(TypeOfNumber.INTERNATIONAL, ISDN, international);
    }

    private static String requireDialable(String digits) {
        if (digits.isEmpty()) {
            throw new IllegalArgumentException("destination: give a number, for example +380501234567");
        }
        if (!digits.chars().allMatch(digit -> isDecimal(digit) || digit == '*' || digit == '#')) {
            throw new IllegalArgumentException("destination: give a number with digits only, optionally after a plus;"
                    + " a message cannot go to a name");
        }
        return digits;
    }

    private static boolean isDecimal(int character) {
        return character >= '0' && character <= '9';
    }

    /**
     * The address of a sender as {@link #display} or another system writes it, whatever that is: networks do show short
     * codes as international numbers. A name gets similar letters for those it cannot have, or question marks, and is
     * cut after 11 septets.
     */
    public static SmsAddress ofSender(String written) {
        if (!NUMBER.matcher(written).matches()) {
            return ofName(SenderName.fit(written));
        }
        return written.startsWith("+")
                ? new SmsAddress(TypeOfNumber.INTERNATIONAL, ISDN, written.substring(1))
                : new SmsAddress(TypeOfNumber.UNKNOWN, ISDN, written);
    }

    /**
     * An alphanumeric sender.
     *
     * @throws IllegalArgumentException if it has more than 11 septets or a character that has none
     */
    public static SmsAddress ofName(String name) {
        return new SmsAddress(TypeOfNumber.ALPHANUMERIC, 0, name);
    }

    public boolean isAlphanumeric() {
        return typeOfNumber == TypeOfNumber.ALPHANUMERIC;
    }

    /**
     * The address as people write it, an international number with its plus. Some senders announce a name of seven
     * letters as 14 semi-octets, which hold eight; the {@code @} that this adds is left out.
     */
    public String display() {
        if (isAlphanumeric()) {
            return value.length() == 8 && value.endsWith("@") ? value.substring(0, 7) : value;
        }
        return typeOfNumber == TypeOfNumber.INTERNATIONAL ? "+" + value : value;
    }

    /**
     * Whether both address the same subscriber although one may be written national and the other international: the
     * last nine digits count. Short codes and names must be equal.
     */
    public boolean sameSubscriber(SmsAddress other) {
        if (isAlphanumeric() || other.isAlphanumeric()) {
            return isAlphanumeric() && other.isAlphanumeric() && display().equals(other.display());
        }
        int shorter = Math.min(value.length(), other.value.length());
        if (shorter <= LONGEST_SHORT_CODE) {
            return value.equals(other.value);
        }
        int compared = Math.min(SIGNIFICANT_DIGITS, shorter);
        return lastDigits(compared).equals(other.lastDigits(compared));
    }

    private String lastDigits(int count) {
        return value.substring(value.length() - count);
    }

    /**
     * A number with the type that an AT command gives it.
     *
     * @param typeOfAddress the octet, 0 to 255: 129 as dialled, 145 international
     * @param digits without a plus
     * @throws IllegalArgumentException if it is no number, or the type is that of a name
     */
    public static SmsAddress of(int typeOfAddress, String digits) {
        TypeOfNumber typeOfNumber = TypeOfNumber.ofCode(typeOfAddress >> 4 & 7);
        if (typeOfNumber == TypeOfNumber.ALPHANUMERIC) {
            throw new IllegalArgumentException("destination: a message cannot go to a name");
        }
        return new SmsAddress(typeOfNumber, typeOfAddress & 0xF, requireDialable(digits));
    }

    /** The type-of-address octet, 128 to 255. */
    public int typeOfAddress() {
        return 0x80 | typeOfNumber.code() << 4 | numberingPlan;
    }

    /** The address fit for a log: a number keeps its first digits and the last two. */
    public String masked() {
        if (isAlphanumeric() || value.length() <= LONGEST_SHORT_CODE) {
            return display();
        }
        return display().substring(0, 4) + "***" + lastDigits(2);
    }

    @Override
    public String toString() {
        return masked();
    }
}
