package io.polygator.camel.polygator;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.apache.camel.util.TimeUtils;

/** Durations in options and headers: {@code 90s}, {@code 2h30m}, {@code PT2H}, or milliseconds. */
final class DurationText {

    private DurationText() {}

    /**
     * Reads a positive duration.
     *
     * @param name the option or header, for errors
     */
    static Duration parse(String text, String name) {
        Duration duration = parseAny(text.strip(), name);
        if (duration.isNegative() || duration.isZero()) {
            throw wrong(text, name);
        }
        return duration;
    }

    private static Duration parseAny(String text, String name) {
        try {
            return text.startsWith("P") ? Duration.parse(text) : Duration.ofMillis(TimeUtils.toMilliSeconds(text));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw wrong(text, name);
        }
    }

    private static IllegalArgumentException wrong(String text, String name) {
        return new IllegalArgumentException(name + "=" + text + " is no duration: use one such as 90s, 2h or PT2H");
    }
}
