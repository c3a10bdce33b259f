package io.polygator.http.eventsh;

import java.io.ByteArrayOutputStream;

/** Percent-encoded octets (RFC 3986 §2.1), by clients that encode some of them, or none. Pure functions. */
final class PercentEncoding {
    private static final int HEX = 16;

    private PercentEncoding() {}

    /** @param encoded characters from 0 to 255; a percent sign without two hexadecimal digits stands for itself */
    static byte[] decode(String encoded) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(encoded.length());
        for (int index = 0; index < encoded.length(); index++) {
            int octet = encoded.charAt(index) == '%' ? octet(encoded, index + 1) : -1;
            if (octet >= 0) {
                octets.write(octet);
                index += 2;
            } else {
                octets.write(encoded.charAt(index));
            }
        }
        return octets.toByteArray();
    }

    private static int octet(String text, int index) {
        int high = digit(text, index);
        int low = digit(text, index + 1);
        return high < 0 || low < 0 ? -1 : high * HEX + low;
    }

    private static int digit(String text, int index) {
        char character = index < text.length() ? text.charAt(index) : ' ';
        return character < 0x80 ? Character.digit(character, HEX) : -1;
    }
}
