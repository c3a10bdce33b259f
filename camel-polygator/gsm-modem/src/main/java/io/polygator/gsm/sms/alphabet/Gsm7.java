package io.polygator.gsm.sms.alphabet;

import io.polygator.gsm.octets.Octets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/** The GSM 7-bit alphabet: text to septets, one per octet, and back (3GPP TS 23.038 §6.2.1). */
public final class Gsm7 {
    /** The septet that takes the next one from the extension or single shift table. */
    public static final int ESCAPE = 0x1B;

    private Gsm7() {}

    /**
     * The septets of a text, or nothing if a character has none.
     *
     * @see #firstWithoutCode
     */
    public static Optional<Octets> encode(String text, NationalShift shift) {
        CodeTable table = CodeTable.of(shift);
        byte[] septets = new byte[2 * text.length()];
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            int code = table.codeOf(text.charAt(i));
            if (code == CodeTable.NO_CODE) {
                return Optional.empty();
            }
            if (CodeTable.isEscaped(code)) {
                septets[count++] = ESCAPE;
            }
            septets[count++] = (byte) CodeTable.septetOf(code);
        }
        return Optional.of(Octets.copyOf(Arrays.copyOf(septets, count)));
    }

    /** The same with the default alphabet and its extension. */
    public static Optional<Octets> encode(String text) {
        return encode(text, NationalShift.none());
    }

    /** The first code point of the text that has no septet. */
    public static OptionalInt firstWithoutCode(String text, NationalShift shift) {
        CodeTable table = CodeTable.of(shift);
        for (int i = 0; i < text.length(); i++) {
            if (table.codeOf(text.charAt(i)) == CodeTable.NO_CODE) {
                return OptionalInt.of(text.codePointAt(i));
            }
        }
        return OptionalInt.empty();
    }

    /**
     * The text of septets. An escape before a septet without an extension gives the character of the main table; an
     * escape at the end, or before another escape, gives a space (3GPP TS 23.038 §6.2.1.1). A septet without a
     * character gives U+FFFD.
     */
    public static String decode(Octets septets, NationalShift shift) {
        String main = NationalTables.locking(shift.locking());
        String extension = NationalTables.single(shift.single());
        StringBuilder text = new StringBuilder(septets.length());
        for (int i = 0; i < septets.length(); i++) {
            int septet = septets.at(i) & 0x7F;
            if (septet != ESCAPE) {
                text.append(printable(main.charAt(septet)));
            } else if (++i == septets.length()) {
                text.append(' ');
            } else {
                text.append(escaped(septets.at(i) & 0x7F, main, extension));
            }
        }
        return text.toString();
    }

    /** The same with the default alphabet and its extension. */
    public static String decode(Octets septets) {
        return decode(septets, NationalShift.none());
    }

    private static char escaped(int septet, String main, String extension) {
        if (septet == ESCAPE) {
            return ' ';
        }
        char character = extension.charAt(septet);
        return character == NationalTables.NONE ? printable(main.charAt(septet)) : character;
    }

    private static char printable(char character) {
        return character == NationalTables.NONE ? '\uFFFD' : character;
    }

    /** Whether the septets end with an escape that waits for its partner, which another segment may hold. */
    public static boolean endsWithinEscape(Octets septets) {
        boolean escaped = false;
        for (int i = 0; i < septets.length(); i++) {
            escaped = !escaped && septets.at(i) == ESCAPE;
        }
        return escaped;
    }
}
