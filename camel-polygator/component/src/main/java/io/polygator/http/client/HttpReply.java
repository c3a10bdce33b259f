package io.polygator.http.client;

import io.polygator.gsm.octets.Octets;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The answer to an {@link HttpCall}, of whatever status; redirects are not followed.
 *
 * @param status 200 to 599
 * @param headers by name, in whichever case; of several with one name the first
 * @param body at most as much as the settings keep
 */
public record HttpReply(int status, Map<String, String> headers, Octets body) {
    private static final String CHARSET = "charset=";

    public HttpReply {
        Map<String, String> ignoringCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach(ignoringCase::putIfAbsent);
        headers = Collections.unmodifiableMap(ignoringCase);
    }

    /** Whether the status is one of 2xx. */
    public boolean successful() {
        return status / 100 == 2;
    }

    /** The body as text, by the charset that its type names, UTF-8 otherwise. */
    public String text() {
        return new String(body.toByteArray(), charset());
    }

    private Charset charset() {
        String type = headers.getOrDefault("Content-Type", "");
        int at = type.toLowerCase(Locale.ROOT).indexOf(CHARSET);
        if (at < 0) {
            return StandardCharsets.UTF_8;
        }
        String name =
                type.substring(at + CHARSET.length()).split("[;\\s]", 2)[0].replace("\"", "");
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    /** Without headers and body. */
    @Override
    public String toString() {
        return "HttpReply[" + status + ", " + body.length() + " octets]";
    }
}
