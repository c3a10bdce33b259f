package io.polygator.camel.spool;

import io.polygator.gsm.sms.tpdu.ValidityPeriod;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Header {@code Validity}: a number with a unit ({@code 2 days}), or a TP-VP octet (3GPP TS 23.040 §9.2.3.12.1). As in
 * smsd a value that is neither counts as none.
 */
final class SpoolValidity {
    private static final Pattern VALUE = Pattern.compile("(\\d{1,6})\\s*(min|hour|day|week|month|year)?\\p{Alpha}*");
    private static final int HIGHEST_OCTET = 255;
    private static final Duration LONGEST = Duration.ofDays(63 * 7);

    private SpoolValidity() {}

    static Optional<Duration> parse(String value) {
        Matcher matcher = VALUE.matcher(value.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(matcher.group(1));
        return (matcher.group(2) == null ? coded(number) : Optional.of(spelled(number, matcher.group(2))))
                .filter(duration -> !duration.isZero())
                .map(duration -> duration.compareTo(LONGEST) > 0 ? LONGEST : duration);
    }

    private static Duration spelled(int number, String unit) {
        return switch (unit) {
            case "min" -> Duration.ofMinutes(number);
            case "hour" -> Duration.ofHours(number);
            case "day" -> Duration.ofDays(number);
            case "week" -> Duration.ofDays(7L * number);
            case "month" -> Duration.ofDays(30L * number);
            default -> Duration.ofDays(365L * number);
        };
    }

    private static Optional<Duration> coded(int octet) {
        return octet > HIGHEST_OCTET ? Optional.empty() : new ValidityPeriod.Relative(octet).duration();
    }
}
