package io.polygator.gsm.sms.tpdu;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.octets.SemiOctets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * TP-SCTS, also the format of TP-DT and of an absolute TP-VP: seven octets (3GPP TS 23.040 §9.2.3.11).
 *
 * @param octets as they stood on the air; kept because operators send times that no calendar knows
 */
public record ServiceCentreTimestamp(Octets octets) {
    static final int LENGTH = 7;

    private static final int QUARTER_HOUR = 15 * 60;
    private static final int FURTHEST_QUARTERS = 14 * 4;
    private static final int NEGATIVE = 0x08;
    private static final int FIRST_YEAR = 1990;

    public ServiceCentreTimestamp {
        if (octets.length() != LENGTH) {
            throw new IllegalArgumentException("a timestamp has " + LENGTH + " octets, was " + octets.length());
        }
    }

    /**
     * A time to the second. An offset that is no whole number of quarter hours, or beyond 14 hours, becomes UTC.
     *
     * @throws IllegalArgumentException if the year is not 1990 to 2089
     */
    public static ServiceCentreTimestamp of(OffsetDateTime time) {
        OffsetDateTime encodable = isEncodable(time.getOffset()) ? time : time.withOffsetSameInstant(ZoneOffset.UTC);
        int year = encodable.getYear();
        if (year < FIRST_YEAR || year >= FIRST_YEAR + 100) {
            throw new IllegalArgumentException("a timestamp tells the years 1990 to 2089, was " + year);
        }
        return new ServiceCentreTimestamp(Octets.copyOf(
                pair(year % 100),
                pair(encodable.getMonthValue()),
                pair(encodable.getDayOfMonth()),
                pair(encodable.getHour()),
                pair(encodable.getMinute()),
                pair(encodable.getSecond()),
                zone(encodable.getOffset())));
    }

    private static boolean isEncodable(ZoneOffset offset) {
        int seconds = offset.getTotalSeconds();
        return seconds % QUARTER_HOUR == 0 && Math.abs(seconds / QUARTER_HOUR) <= FURTHEST_QUARTERS;
    }

    private static byte pair(int number) {
        return (byte) SemiOctets.octetOf(number);
    }

    private static byte zone(ZoneOffset offset) {
        int quarters = offset.getTotalSeconds() / QUARTER_HOUR;
        int sign = quarters < 0 ? NEGATIVE : 0;
        return (byte) (SemiOctets.octetOf(Math.abs(quarters)) | sign);
    }

    /**
     * The time it tells, or nothing when the octets are no date. A time zone that cannot be is taken for UTC.
     *
     * @see #hasTimeZone
     */
    public Optional<OffsetDateTime> time() {
        return localTime().map(local -> local.atOffset(timeZone().orElse(ZoneOffset.UTC)));
    }

    /** Whether the time zone is one: decimal digits and at most 14 hours from UTC. */
    public boolean hasTimeZone() {
        return timeZone().isPresent();
    }

    private Optional<LocalDateTime> localTime() {
        OptionalInt year = numberAt(0);
        OptionalInt month = numberAt(1);
        OptionalInt day = numberAt(2);
        OptionalInt hour = numberAt(3);
        OptionalInt minute = numberAt(4);
        OptionalInt second = numberAt(5);
        if (year.isEmpty() || month.isEmpty() || day.isEmpty()) {
            return Optional.empty();
        }
        if (hour.isEmpty() || minute.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.of(
                    century(year.getAsInt()) + year.getAsInt(),
                    month.getAsInt(),
                    day.getAsInt(),
                    hour.getAsInt(),
                    minute.getAsInt(),
                    second.getAsInt()));
        } catch (DateTimeException noSuchDate) {
            return Optional.empty();
        }
    }

    private OptionalInt numberAt(int index) {
        return SemiOctets.numberIn(octets.at(index));
    }

    private static int century(int twoDigitYear) {
        return twoDigitYear >= FIRST_YEAR % 100 ? 1900 : 2000;
    }

    private Optional<ZoneOffset> timeZone() {
        int octet = octets.at(LENGTH - 1);
        OptionalInt quarters = SemiOctets.numberIn(octet & ~NEGATIVE);
        if (quarters.isEmpty() || quarters.getAsInt() > FURTHEST_QUARTERS) {
            return Optional.empty();
        }
        int seconds = quarters.getAsInt() * QUARTER_HOUR;
        return Optional.of(ZoneOffset.ofTotalSeconds((octet & NEGATIVE) == 0 ? seconds : -seconds));
    }
}
