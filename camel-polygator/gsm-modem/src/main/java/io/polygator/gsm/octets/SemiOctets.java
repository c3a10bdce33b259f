package io.polygator.gsm.octets;

import java.util.OptionalInt;

/**
 * Digits two to an octet, the first in the low half (3GPP TS 23.040 §9.1.2.3). An odd number of digits is filled up
 * with {@code F}.
 */
public final class SemiOctets {
    private static final String SYMBOLS = "0123456789*#abc";
    private static final int FILLER = 0xF;

    private SemiOctets() {}

    /** Whether every character has a semi-octet: {@code 0-9}, {@code *}, {@code #}, {@code a}, {@code b}, {@code c}. */
    public static boolean canEncode(String digits) {
        return digits.chars().allMatch(digit -> SYMBOLS.indexOf(digit) >= 0);
    }

    /**
     * Digits to octets.
     *
     * @throws IllegalArgumentException if a character has no semi-octet; its position is named, not the number
     */
    public static Octets encode(String digits) {
        byte[] octets = new byte[(digits.length() + 1) / 2];
        for (int i = 0; i < octets.length; i++) {
            int low = semiOctetAt(digits, 2 * i);
            int high = 2 * i + 1 < digits.length() ? semiOctetAt(digits, 2 * i + 1) : FILLER;
            octets[i] = (byte) (high << 4 | low);
        }
        return Octets.copyOf(octets);
    }

    private static int semiOctetAt(String digits, int index) {
        int semiOctet = SYMBOLS.indexOf(digits.charAt(index));
        if (semiOctet < 0) {
            throw new IllegalArgumentException(
                    "character " + (index + 1) + " of the number must be a digit, *, #, a, b or c");
        }
        return semiOctet;
    }

    /**
     * At most {@code count} digits; a filler ends them early.
     *
     * @throws IndexOutOfBoundsException if there are fewer than {@code count} semi-octets
     */
    public static String decode(Octets octets, int count) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            int octet = octets.at(i / 2);
            int semiOctet = i % 2 == 0 ? octet & 0xF : octet >> 4;
            if (semiOctet == FILLER) {
                break;
            }
            digits.append(SYMBOLS.charAt(semiOctet));
        }
        return digits.toString();
    }

    /** The number from 0 to 99 that one octet holds, or nothing when one half is no decimal digit. */
    public static OptionalInt numberIn(int octet) {
        int tens = octet & 0xF;
        int units = octet >> 4;
        return tens > 9 || units > 9 ? OptionalInt.empty() : OptionalInt.of(10 * tens + units);
    }

    /**
     * The octet that holds a number from 0 to 99.
     *
     * @throws IllegalArgumentException if the number has more than two digits
     */
    public static int octetOf(int number) {
        if (number < 0 || number > 99) {
            throw new IllegalArgumentException("a pair of semi-octets holds 0..99, was " + number);
        }
        return number % 10 << 4 | number / 10;
    }
}
