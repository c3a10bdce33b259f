package io.polygator.smpp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmppTimeTest {
    private static final Instant NOW = Instant.parse("2024-01-31T12:00:00Z");

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "261122195224000+, 2026-11-22T19:52:24Z",
        "261122195224908+, 2026-11-22T17:52:24.900Z",
        "261122195224020-, 2026-11-23T00:52:24Z",
        "380101000000000+, 1938-01-01T00:00:00Z",
        "371231235959000+, 2037-12-31T23:59:59Z",
        "240229120000000+, 2024-02-29T12:00:00Z",
        "000001000000000R, 2024-02-01T12:00:00Z",
        "000100000000000R, 2024-02-29T12:00:00Z",
        "010000000000000R, 2025-01-31T12:00:00Z",
        "000000010203000R, 2024-01-31T13:02:03Z",
        "000000000000000R, 2024-01-31T12:00:00Z"
    })
    void aTimeNamesAMoment(String text, Instant moment) {
        assertThat(SmppTime.parse(text, NOW)).contains(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "26112219522400+",
                "2611221952240000+",
                "261322195224000+",
                "261100195224000+",
                "250229120000000+",
                "261122245224000+",
                "261122196024000+",
                "261122195260000+",
                "261122195224049+",
                "261122195224000Z",
                "2611221952240000",
                "26112219522400x+",
                " 61122195224000+",
                "000000000000100R",
                "000000000000001R",
                "\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661+"
            })
    void anythingElseNamesNone(String text) {
        assertThat(SmppTime.parse(text, NOW)).isEmpty();
    }

    @Property
    void whatIsWrittenIsRead(
            @ForAll @LongRange(min = -1_009_756_800, max = 2_145_830_399) long second,
            @ForAll @IntRange(min = -48, max = 48) int quarters) {
        Instant moment = Instant.ofEpochSecond(second);
        ZoneOffset zone = ZoneOffset.ofTotalSeconds(quarters * 15 * 60);

        assertThat(SmppTime.parse(SmppTime.format(moment, zone), NOW)).contains(moment);
    }

    @Property
    void aRelativeTimeIsAsFarAwayAsItSays(
            @ForAll @IntRange(max = 27) int days,
            @ForAll @IntRange(max = 99) int hours,
            @ForAll @IntRange(max = 99) int minutes,
            @ForAll @IntRange(max = 99) int seconds) {
        String text = String.format("0000%02d%02d%02d%02d000R", days, hours, minutes, seconds);

        Instant expected = NOW.plus(days, ChronoUnit.DAYS).plusSeconds(hours * 3_600L + minutes * 60L + seconds);

        assertThat(SmppTime.parse(text, NOW)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01T12:00:00Z, Europe/Kyiv, 260701150000012+",
        "2026-01-01T12:00:00Z, Europe/Kyiv, 260101140000008+",
        "2026-01-01T02:00:00Z, America/New_York, 251231210000020-",
        "2026-01-01T12:00:00.900Z, UTC, 260101120000900+"
    })
    void aMomentIsWrittenAsLocalTime(Instant moment, String zone, String text) {
        assertThat(SmppTime.format(moment, ZoneId.of(zone))).isEqualTo(text);
    }
}
