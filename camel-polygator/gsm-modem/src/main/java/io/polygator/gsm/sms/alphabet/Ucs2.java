package io.polygator.gsm.sms.alphabet;

import io.polygator.gsm.octets.Octets;
import java.nio.charset.StandardCharsets;

/** UCS-2 as phones use it: UTF-16, most significant octet first (3GPP TS 23.038 §6.2.3). */
public final class Ucs2 {
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int SWAPPED_BYTE_ORDER_MARK = 0xFFFE;

    private Ucs2() {}

    /**
     * The octets of a text. Half a surrogate pair becomes U+FFFD, and so does the noncharacter U+FFFE, which a receiver
     * would take for a swapped byte order mark.
     */
    public static Octets encode(String text) {
        return Octets.copyOf(text.replace('\uFFFE', '\uFFFD').getBytes(StandardCharsets.UTF_16BE));
    }

    /**
     * The text of octets: an odd last octet is dropped, a leading byte order mark is obeyed and dropped, half a
     * surrogate pair becomes U+FFFD.
     */
    public static String decode(Octets octets) {
        int mark = octets.length() < 2 ? 0 : unitAt(octets, 0);
        boolean swapped = mark == SWAPPED_BYTE_ORDER_MARK;
        int start = swapped || mark == BYTE_ORDER_MARK ? 2 : 0;
        StringBuilder units = new StringBuilder(octets.length() / 2);
        for (int i = start; i + 1 < octets.length(); i += 2) {
            int unit = unitAt(octets, i);
            units.append((char) (swapped ? Short.reverseBytes((short) unit) : unit));
        }
        return repaired(units);
    }

    private static int unitAt(Octets octets, int index) {
        return octets.at(index) << 8 | octets.at(index + 1);
    }

    /** Whether the octets hold half a surrogate pair; its other half may be in another segment. */
    public static boolean hasLoneSurrogate(Octets octets) {
        StringBuilder units = new StringBuilder(octets.length() / 2);
        for (int i = 0; i + 1 < octets.length(); i += 2) {
            units.append((char) unitAt(octets, i));
        }
        return units.codePoints().anyMatch(Ucs2::isSurrogate);
    }

    private static String repaired(StringBuilder units) {
        return units.codePoints()
                .map(codePoint -> isSurrogate(codePoint) ? '\uFFFD' : codePoint)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
