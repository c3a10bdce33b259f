package io.polygator.smpp.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Times as SMPP writes them, {@code YYMMDDhhmmsstnnp} (SMPP 3.4 §7.1.1). */
public final class SmppTime {
    private static final int LENGTH = 16;
    private static final int MOST_QUARTERS = 48;
    private static final int SECONDS_PER_QUARTER = 15 * 60;
    private static final int NANOS_PER_TENTH = 100_000_000;
    /** Years from here on are of the twentieth century (3GPP and SMPP 5.0 leave it open). */
    private static final int FIRST_OF_1900 = 38;

    private static final DateTimeFormatter TO_SECONDS = DateTimeFormatter.ofPattern("yyMMddHHmmss");

    private SmppTime() {}

    /**
     * The moment that a time names; nothing when it names none.
     *
     * @param text 16 characters
     * @param now what a relative time counts from, in the calendar of UTC
     */
    public static Optional<Instant> parse(String text, Instant now) {
        if (text.length() != LENGTH || !text.substring(0, LENGTH - 1).chars().allMatch(SmppTime::isDigit)) {
            return Optional.empty();
        }
        try {
            return switch (text.charAt(LENGTH - 1)) {
                case 'R' -> relative(text, now);
                case '+' -> absolute(text, 1);
                case '-' -> absolute(text, -1);
                default -> Optional.empty();
            };
        } catch (DateTimeException noSuchDate) {
            return Optional.empty();
        }
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    private static Optional<Instant> relative(String text, Instant now) {
        if (pair(text, 13) != 0 || text.charAt(12) != '0') {
            return Optional.empty();
        }
        return Optional.of(now.atZone(ZoneOffset.UTC)
                .plusYears(pair(text, 0))
                .plusMonths(pair(text, 2))
                .plusDays(pair(text, 4))
                .plusHours(pair(text, 6))
                .plusMinutes(pair(text, 8))
                .plusSeconds(pair(text, 10))
                .toInstant());
    }

    private static Optional<Instant> absolute(String text, int sign) {
        int quarters = pair(text, 13);
        if (quarters > MOST_QUARTERS) {
            return Optional.empty();
        }
        int year = pair(text, 0);
        LocalDateTime local = LocalDateTime.of(
                year < FIRST_OF_1900 ? 2000 + year : 1900 + year,
                pair(text, 2),
                pair(text, 4),
                pair(text, 6),
                pair(text, 8),
                pair(text, 10),
                (text.charAt(12) - '0') * NANOS_PER_TENTH);
        return Optional.of(local.toInstant(ZoneOffset.UTC).minusSeconds((long) sign * quarters * SECONDS_PER_QUARTER));
    }

    private static int pair(String text, int index) {
        return (text.charAt(index) - '0') * 10 + text.charAt(index + 1) - '0';
    }

    /** The moment as local time of the zone, with its distance from UTC. */
    public static String format(Instant moment, ZoneId zone) {
        ZonedDateTime local = moment.atZone(zone);
        int quarters = local.getOffset().getTotalSeconds() / SECONDS_PER_QUARTER;
        return TO_SECONDS.format(local)
                + local.getNano() / NANOS_PER_TENTH
                + String.format("%02d", Math.abs(quarters))
                + (quarters < 0 ? '-' : '+');
    }
}
