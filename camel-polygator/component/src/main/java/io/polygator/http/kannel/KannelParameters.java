package io.polygator.http.kannel;

import io.polygator.gsm.octets.Octets;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parameters of a request by name. Their values are octets, since only another parameter says in which charset they
 * are. Of several with the same name the first counts. Prints the names only.
 */
public final class KannelParameters {
    /** What {@code sscanf} takes as a decimal number, by which Kannel reads: anything may follow it. */
    private static final Pattern NUMBER = Pattern.compile("\\s*([+-]?\\d{1,18}).*", Pattern.DOTALL);

    private static final int MOST = 100;

    private final Map<String, Octets> values;

    private KannelParameters(Map<String, Octets> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /** The parameters of these names. */
    public static KannelParameters of(Map<String, Octets> values) {
        return new KannelParameters(new LinkedHashMap<>(values));
    }

    /**
     * Reads the query of a URL, or a form: what has no equals sign is passed over, a percent sign without two hexadecimal
     * digits stands for itself, and no more than 100 parameters are read.
     *
     * @param encoded octets that are not percent-encoded are characters from 0 to 255
     */
    public static KannelParameters ofQuery(String encoded) {
        Map<String, Octets> values = new LinkedHashMap<>();
        for (String pair : encoded.split("&", MOST)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String name = new String(decode(pair.substring(0, equals)).toByteArray(), StandardCharsets.ISO_8859_1);
                values.putIfAbsent(name, decode(pair.substring(equals + 1)));
            }
        }
        return new KannelParameters(values);
    }

    /** Octets that are written as characters from 0 to 255, with percent signs and plus signs. */
    static Octets decode(String encoded) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(encoded.length());
        for (int index = 0; index < encoded.length(); index++) {
            char character = encoded.charAt(index);
            int high = character == '%' ? digit(encoded, index + 1) : -1;
            int low = high < 0 ? -1 : digit(encoded, index + 2);
            if (low >= 0) {
                octets.write(high << 4 | low);
                index += 2;
            } else {
                octets.write(character == '+' ? ' ' : character);
            }
        }
        return Octets.copyOf(octets.toByteArray());
    }

    private static int digit(String text, int index) {
        char character = index < text.length() ? text.charAt(index) : ' ';
        return character < 0x80 ? Character.digit(character, 16) : -1;
    }

    /** The value under the first of the names that is there. */
    public Optional<Octets> octets(String... names) {
        for (String name : names) {
            Octets value = values.get(name);
            if (value != null) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** The same as text in UTF-8. */
    public Optional<String> text(String... names) {
        return octets(names).map(octets -> new String(octets.toByteArray(), StandardCharsets.UTF_8));
    }

    /** The same, without those that are empty. */
    public Optional<String> filled(String... names) {
        return text(names).filter(text -> !text.isEmpty());
    }

    /** The number with which the value begins; empty when it begins with none. */
    public OptionalInt number(String... names) {
        Optional<String> text = text(names);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        Matcher number = NUMBER.matcher(text.get());
        return number.matches()
                ? OptionalInt.of(Math.toIntExact(
                        Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, Long.parseLong(number.group(1))))))
                : OptionalInt.empty();
    }

    /** The names only: the values hold passwords and texts. */
    @Override
    public String toString() {
        return "KannelParameters" + values.keySet();
    }
}
