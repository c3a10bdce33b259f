package io.polygator.gsm.sms.tpdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.tpdu.ValidityPeriod.Enhanced;
import io.polygator.gsm.sms.tpdu.ValidityPeriod.Relative;
import io.polygator.gsm.sms.vectors.Vectors;
import java.time.Duration;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ValidityPeriodTest {
    private static final int MINUTES_OF_63_WEEKS = 63 * 7 * 24 * 60;

    static Stream<JsonNode> relative() {
        return Vectors.rows("validity_relative");
    }

    @ParameterizedTest
    @MethodSource("relative")
    void tellsHowLongARelativePeriodIs(JsonNode vector) {
        Relative period = new Relative(vector.required("octet").asInt());
        Duration duration = Duration.ofMinutes(vector.required("minutes").asInt());
        assertThat(period.duration()).contains(duration);
        assertThat(ValidityPeriod.of(duration)).isEqualTo(period);
    }

    @Property
    void takesTheShortestPeriodThatCovers(@ForAll @IntRange(min = 1, max = MINUTES_OF_63_WEEKS) int minutes) {
        Duration asked = Duration.ofMinutes(minutes);
        Relative period = ValidityPeriod.of(asked);
        assertThat(period.duration().orElseThrow()).isGreaterThanOrEqualTo(asked);
        if (period.octet() > 0) {
            assertThat(new Relative(period.octet() - 1).duration().orElseThrow())
                    .isLessThan(asked);
        }
    }

    @Test
    void readsEnhancedPeriods() {
        assertThat(enhanced("43100300000000").duration()).contains(Duration.ofMinutes(90));
        assertThat(enhanced("018F0000000000").duration()).contains(Duration.ofHours(12));
        assertThat(enhanced("021E0000000000").duration()).contains(Duration.ofSeconds(30));
        assertThat(enhanced("00000000000000").duration()).isEmpty();
        assertThat(enhanced("03FF0000000000").duration()).isEmpty();
        assertThat(enhanced("43100300000000").isSingleShot()).isTrue();
        assertThat(enhanced("03100300000000").isSingleShot()).isFalse();
    }

    @Test
    void leavesTheDurationOpenWhenTheFormatDoes() {
        assertThat(new ValidityPeriod.None().duration()).isEmpty();
        var until = new ServiceCentreTimestamp(Octets.ofHex("42305141526380"));
        assertThat(new ValidityPeriod.Absolute(until).duration()).isEmpty();
    }

    @Test
    void refusesWhatNoPeriodCovers() {
        assertThatIllegalArgumentException().isThrownBy(() -> ValidityPeriod.of(Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValidityPeriod.of(Duration.ofDays(63 * 7).plusSeconds(1)))
                .withMessageContaining("63 weeks");
        assertThatIllegalArgumentException().isThrownBy(() -> new Relative(256));
        assertThatIllegalArgumentException().isThrownBy(() -> enhanced("00"));
    }

    private static Enhanced enhanced(String octets) {
        return new Enhanced(Octets.ofHex(octets));
    }
}
