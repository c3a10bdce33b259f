package io.polygator.http.eventsh;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The time of an event. How the firmware writes it is not documented, so every usual way is read. Pure functions. */
final class FirmwareTime {
    private static final Pattern SECONDS = Pattern.compile("\\d{9,11}");
    /** As modems write TP-SCTS: the zone in quarters of an hour (3GPP TS 27.005 §3.1). */
    private static final Pattern TIMESTAMP = Pattern.compile("(\\d\\d/\\d\\d/\\d\\d,\\d\\d:\\d\\d:\\d\\d)([+-]\\d\\d)");

    private static final int QUARTER = 15 * 60;
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("yy/MM/dd,HH:mm:ss");
    private static final List<DateTimeFormatter> LOCAL = Stream.of(
                    "yyyy-MM-dd HH:mm:ss",
                    "yyyy-MM-dd'T'HH:mm:ss",
                    "yyyy/MM/dd HH:mm:ss",
                    "yyyy:MM:dd-HH:mm:ss",
                    "yyyyMMddHHmmss",
                    "dd.MM.yyyy HH:mm:ss",
                    "yy/MM/dd HH:mm:ss",
                    "yy/MM/dd,HH:mm:ss")
            .map(DateTimeFormatter::ofPattern)
            .toList();

    private FirmwareTime() {}

    /**
     * The moment; empty when the text is none that is known.
     *
     * @param zone of texts that name none
     */
    static Optional<OffsetDateTime> parse(String text, ZoneId zone) {
        Matcher timestamp = TIMESTAMP.matcher(text);
        try {
            if (SECONDS.matcher(text).matches()) {
                return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)).atOffset(ZoneOffset.UTC));
            }
            if (timestamp.matches()) {
                int quarters = Integer.parseInt(timestamp.group(2));
                return Optional.of(LocalDateTime.parse(timestamp.group(1), SHORT)
                        .atOffset(ZoneOffset.ofTotalSeconds(quarters * QUARTER)));
            }
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
        return LOCAL.stream()
                .flatMap(format -> local(text, format, zone).stream())
                .findFirst();
    }

    private static Optional<OffsetDateTime> local(String text, DateTimeFormatter format, ZoneId zone) {
        try {
            return Optional.of(LocalDateTime.parse(text, format).atZone(zone).toOffsetDateTime());
        } catch (DateTimeParseException otherwise) {
            return Optional.empty();
        }
    }
}
