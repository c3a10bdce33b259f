package io.polygator.http.eventsh;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirmwareTimeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1715000000 | 2024-05-06T12:53:20Z",
                "24/05/06,07:08:09+12 | 2024-05-06T04:08:09Z",
                "24/05/06,07:08:09-02 | 2024-05-06T07:38:09Z",
                "2024-05-06 07:08:09 | 2024-05-06T05:08:09Z",
                "2024-05-06T07:08:09 | 2024-05-06T05:08:09Z",
                "2024/05/06 07:08:09 | 2024-05-06T05:08:09Z",
                "2024:05:06-07:08:09 | 2024-05-06T05:08:09Z",
                "20240506070809 | 2024-05-06T05:08:09Z",
                "06.05.2024 07:08:09 | 2024-05-06T05:08:09Z",
                "24/05/06 07:08:09 | 2024-05-06T05:08:09Z",
                "24/05/06,07:08:09 | 2024-05-06T05:08:09Z"
            })
    void everyUsualWayOfWritingATimeIsRead(String text, String moment) {
        assertThat(FirmwareTime.parse(text, ZoneOffset.ofHours(2)))
                .hasValueSatisfying(time -> assertThat(time.toInstant()).hasToString(moment));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "12:00", "24/13/06,07:08:09", "24/05/06,07:08:09+99", "123456789012345678901"})
    void anythingElseIsNoTime(String text) {
        assertThat(FirmwareTime.parse(text, ZoneId.of("UTC"))).isEmpty();
    }
}
