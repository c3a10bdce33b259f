package io.polygator.http;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The field {@code validity}: seconds, a number with a unit ({@code 2h}), or ISO-8601 ({@code PT2H}). */
final class Validity {
    private static final Duration LONGEST = Duration.ofDays(441);
    private static final Pattern WITH_UNIT = Pattern.compile("(\\d{1,9})([smhdw]?)");
    private static final Map<String, Duration> UNITS = Map.of(
            "", Duration.ofSeconds(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1),
            "w", Duration.ofDays(7));

    private Validity() {}

    static Duration parse(String text) throws ProblemException {
        Duration duration = parseAny(text.strip());
        if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
            throw wrong();
        }
        return duration;
    }

    private static Duration parseAny(String text) throws ProblemException {
        Matcher unit = WITH_UNIT.matcher(text);
        if (unit.matches()) {
            return UNITS.getOrDefault(unit.group(2), Duration.ZERO).multipliedBy(Long.parseLong(unit.group(1)));
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw wrong();
        }
    }

    static ProblemException wrong() {
        // relative validity periods end at 63 weeks (3GPP TS 23.040 §9.2.3.12.1)
        return RequestFields.wrong("validity", "validity must be seconds, or such as 2h or PT2H, at most 63 weeks");
    }
}
