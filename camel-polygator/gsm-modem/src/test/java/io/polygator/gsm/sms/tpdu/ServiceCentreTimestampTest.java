package io.polygator.gsm.sms.tpdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.vectors.Vectors;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceCentreTimestampTest {
    private static final long YEAR_1990 = 631152000L;
    private static final long YEAR_2089 = 3755289600L;

    static Stream<JsonNode> timestamps() {
        return Vectors.rows("timestamps");
    }

    @ParameterizedTest
    @MethodSource("timestamps")
    void readsAndWritesTimes(JsonNode vector) {
        OffsetDateTime time = OffsetDateTime.parse(vector.required("iso").asText());
        ServiceCentreTimestamp timestamp = timestamp(vector.required("octets").asText());
        assertThat(timestamp.time()).contains(time);
        assertThat(timestamp.hasTimeZone()).isTrue();
        assertThat(ServiceCentreTimestamp.of(time)).isEqualTo(timestamp);
    }

    @Property
    void readsWhatItWrites(
            @ForAll @LongRange(min = YEAR_1990 + 86400, max = YEAR_2089) long second,
            @ForAll @IntRange(min = -56, max = 56) int quarterHours) {
        OffsetDateTime time = Instant.ofEpochSecond(second).atOffset(ZoneOffset.ofTotalSeconds(quarterHours * 15 * 60));
        assertThat(ServiceCentreTimestamp.of(time).time()).contains(time);
    }

    @ParameterizedTest
    @CsvSource({
        "42305141526380, +02:00", "4230514152630A, -05:00", "42305141526332, +05:45",
        "42305141526349, -03:30", "4230514152638C, -12:00", "42305141526365, +14:00",
    })
    void readsTheSignOfTheTimeZone(String octets, String offset) {
        assertThat(timestamp(octets).time().map(OffsetDateTime::getOffset)).contains(ZoneOffset.of(offset));
    }

    @ParameterizedTest
    @ValueSource(strings = {"42305141526397", "423051415263FF", "42305141526375", "4230514152630F"})
    void takesAnImpossibleTimeZoneForUtc(String octets) {
        assertThat(timestamp(octets).hasTimeZone()).isFalse();
        assertThat(timestamp(octets).time()).contains(OffsetDateTime.parse("2024-03-15T14:25:36Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000000000", // nothing set
                "42005141526380", // month 0
                "42315141526380", // month 13
                "42200341526380", // 30 February
                "4A305141526380", // a hexadecimal year
                "42305142526380", // hour 24
                "FFFFFFFFFFFFFF"
            })
    void tellsNoTimeWhenThereIsNone(String octets) {
        assertThat(timestamp(octets).time()).isEmpty();
        assertThat(timestamp(octets).octets()).isEqualTo(Octets.ofHex(octets));
    }

    @Test
    void readsYearsFrom90AsTheLastCentury() {
        assertThat(timestamp("99105141526380").time().map(OffsetDateTime::getYear))
                .contains(1999);
        assertThat(timestamp("98105141526380").time().map(OffsetDateTime::getYear))
                .contains(2089);
    }

    @Test
    void writesAnOffsetThatIsNoQuarterHourAsUtc() {
        OffsetDateTime odd = OffsetDateTime.parse("2024-03-15T14:25:36+00:19:32");
        assertThat(ServiceCentreTimestamp.of(odd).time()).contains(odd.withOffsetSameInstant(ZoneOffset.UTC));
    }

    @Test
    void holdsACenturyOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServiceCentreTimestamp.of(OffsetDateTime.parse("2090-01-01T00:00:00Z")))
                .withMessageContaining("1990 to 2089");
        assertThatIllegalArgumentException().isThrownBy(() -> timestamp("00"));
    }

    private static ServiceCentreTimestamp timestamp(String octets) {
        return new ServiceCentreTimestamp(Octets.ofHex(octets));
    }
}
