package io.polygator.camel.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolValidityTest {

    @ParameterizedTest
    @CsvSource({
        "0, PT5M",
        "143, PT12H",
        "144, PT12H30M",
        "167, PT24H",
        "168, P2D",
        "196, P30D",
        "197, P35D",
        "255, P441D",
        "90 min, PT1H30M",
        "2 hours, PT2H",
        "3days, P3D",
        "1 week, P7D",
        "2 month, P60D",
        "1 year, P365D",
        "9 years, P441D"
    })
    void aNumberOrACode(String value, Duration expected) {
        assertThat(SpoolValidity.parse(value)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "256", "soon", "-1", "0 min", "two days", "99999999999"})
    void anythingElseCountsAsNone(String value) {
        assertThat(SpoolValidity.parse(value)).isEmpty();
    }
}
