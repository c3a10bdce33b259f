package io.polygator.http.kannel;

import io.polygator.gsm.octets.Octets;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests whose body is the text, and whose parameters are headers {@code X-Kannel-…}. Pure functions. */
public final class KannelHeaders {
    private static final String PREFIX = "x-kannel-";
    private static final String OCTETS = "application/octet-stream";
    private static final Pattern CHARSET = Pattern.compile(";\\s*charset=\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern HEX = Pattern.compile("(?:[0-9A-Fa-f]{2})+");

    private KannelHeaders() {}

    /** Whether a header carries a parameter. */
    public static boolean isOne(String header) {
        return header.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    }

    /**
     * The parameters.
     *
     * @param headers those that carry one
     * @param contentType whose charset is the text's
     */
    public static KannelParameters read(Map<String, String> headers, String contentType, Octets body) {
        Map<String, Octets> values = new LinkedHashMap<>();
        headers.forEach((name, value) -> {
            String parameter = name.substring(PREFIX.length()).toLowerCase(Locale.ROOT);
            values.put(parameter, parameter.equals("udh") ? header(value.strip()) : octets(value.strip()));
        });
        values.put("text", body);
        Matcher charset = CHARSET.matcher(contentType);
        if (charset.find()) {
            values.put("charset", octets(charset.group(1)));
        }
        boolean binary = contentType.regionMatches(true, 0, OCTETS, 0, OCTETS.length());
        values.putIfAbsent("coding", octets(binary ? "1" : "0"));
        return KannelParameters.of(values);
    }

    /** A user data header in hexadecimal digits or percent-encoded. */
    static Octets header(String value) {
        return HEX.matcher(value).matches() ? Octets.ofHex(value) : KannelParameters.decode(value);
    }

    private static Octets octets(String value) {
        return Octets.copyOf(value.getBytes(StandardCharsets.UTF_8));
    }
}
