package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.sms.tpdu.ServiceCentreTimestamp;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as AT commands write them: {@code yy/MM/dd,hh:mm:ss±zz}, zz in quarters of an hour (3GPP TS 27.005 §3.1). */
final class TimeText {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yy/MM/dd,HH:mm:ss", Locale.ROOT);
    private static final Pattern FORM = Pattern.compile("(\\d\\d/\\d\\d/\\d\\d,\\d\\d:\\d\\d:\\d\\d)([+-]\\d\\d)?");
    private static final int QUARTER_HOUR = 15 * 60;

    private TimeText() {}

    /** Empty when the timestamp is no time. */
    static String of(ServiceCentreTimestamp timestamp) {
        return timestamp.time().map(TimeText::of).orElse("");
    }

    static String of(OffsetDateTime time) {
        int quarters = time.getOffset().getTotalSeconds() / QUARTER_HOUR;
        return LOCAL.format(time) + String.format(Locale.ROOT, "%s%02d", quarters < 0 ? "-" : "+", Math.abs(quarters));
    }

    /** A time without a zone is UTC. */
    static Optional<ServiceCentreTimestamp> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String zone = matcher.group(2) == null ? "+00" : matcher.group(2);
        try {
            LocalDateTime local = LocalDateTime.parse(matcher.group(1), LOCAL);
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(Integer.parseInt(zone) * QUARTER_HOUR);
            return Optional.of(ServiceCentreTimestamp.of(local.atOffset(offset)));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
