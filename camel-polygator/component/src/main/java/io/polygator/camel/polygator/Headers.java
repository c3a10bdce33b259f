package io.polygator.camel.polygator;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** Reads headers that routes and strangers wrote; what cannot be read names the header and what to write instead. */
final class Headers {
    private static final Pattern DIGITS = Pattern.compile("\\d{1,5}");

    private Headers() {}

    static Optional<String> text(Message message, String header) {
        @Nullable String value = message.getHeader(header, String.class);
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** A list with commas in between; without blanks and empty entries. */
    static List<String> list(Message message, String header) {
        return text(message, header).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    static OptionalInt number(Message message, String header, int highest) {
        Object value = message.getHeader(header);
        if (value == null) {
            return OptionalInt.empty();
        }
        int number =
                value instanceof Integer whole ? whole : parsed(value.toString().strip());
        if (number < 0 || number > highest) {
            throw new IllegalArgumentException(describe(header) + "=" + value + ": use a number from 0 to " + highest);
        }
        return OptionalInt.of(number);
    }

    /** Negative when it is no number. */
    private static int parsed(String digits) {
        return DIGITS.matcher(digits).matches() ? Integer.parseInt(digits) : -1;
    }

    /** An Instant, or ISO-8601 text with an offset. */
    static Optional<Instant> moment(Message message, String header) {
        Object value = message.getHeader(header);
        if (value instanceof Instant instant) {
            return Optional.of(instant);
        }
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(value.toString()).toInstant());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    describe(header) + "=" + value + ": use a time such as 2026-11-22T09:00:00+03:00", e);
        }
    }

    static Optional<Boolean> flag(Message message, String header) {
        String value = message.getHeader(header, String.class);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            throw new IllegalArgumentException(describe(header) + "=" + value + ": use true or false");
        }
        return Optional.of(Boolean.valueOf(value));
    }

    /** As it begins the sentence about what is wrong with it. */
    static String describe(String header) {
        return "header " + header;
    }
}
