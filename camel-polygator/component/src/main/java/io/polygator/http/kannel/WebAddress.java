package io.polygator.http.kannel;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A URL as people write it into a configuration: what may not stand in one is percent-encoded. Pure functions. */
public final class WebAddress {
    private static final String FORBIDDEN = " \"<>\\^`{|}[]";

    private WebAddress() {}

    /**
     * The URL.
     *
     * @throws IllegalArgumentException if it is none all the same; the message does not repeat it, since it may hold secrets
     */
    public static URI parse(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        int end = Math.max(0, text.indexOf("//") + 2);
        int path = text.indexOf('/', end);
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            boolean ofHost = path < 0 || index < path;
            if (character < 0x21 || character > 0x7E || (!ofHost && FORBIDDEN.indexOf(character) >= 0)) {
                encode(character, clean);
            } else if (character == '%' && !startsOctet(text, index)) {
                clean.append("%25");
            } else {
                clean.append(character);
            }
        }
        try {
            return new URI(clean.toString());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no URL: " + e.getReason().toLowerCase(Locale.ROOT), e);
        }
    }

    private static boolean startsOctet(String text, int index) {
        return index + 2 < text.length()
                && Character.digit(text.charAt(index + 1), 16) >= 0
                && Character.digit(text.charAt(index + 2), 16) >= 0;
    }

    private static void encode(char character, StringBuilder clean) {
        for (byte octet : String.valueOf(character).getBytes(StandardCharsets.UTF_8)) {
            clean.append(String.format("%%%02X", octet & 0xFF));
        }
    }
}
