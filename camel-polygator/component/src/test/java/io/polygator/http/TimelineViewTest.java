package io.polygator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.TimelineEntry;
import io.polygator.gateway.message.TimelineEntry.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimelineViewTest {
    private static final MessageId ID = new MessageId("17");
    private static final List<TimelineEntry> ENTRIES = List.of(
            TimelineEntry.about(ID, Instant.EPOCH, Kind.ACCEPTED, "from http crm, segments 1 in GSM7"),
            new TimelineEntry(
                    ID,
                    Instant.EPOCH.plusSeconds(1),
                    1,
                    Kind.SENDING,
                    Optional.of("g8-1"),
                    Optional.of("255990000000001"),
                    "attempt 1"));

    @Test
    void showsOfASimOnlyTheLastDigits() {
        assertThat(Json.write(TimelineView.of("17", ENTRIES, false)))
                .isEqualTo("{\"id\":\"17\",\"entries\":[{\"at\":\"1970-01-01T00:00:00Z\",\"what\":\"accepted\","
                        + "\"detail\":\"from http crm, segments 1 in GSM7\"},{\"at\":\"1970-01-01T00:00:01Z\","
                        + "\"what\":\"sending\",\"segment\":1,\"channel\":\"g8-1\",\"imsi\":\"*************01\","
                        + "\"detail\":\"attempt 1\"}]}");
    }

    @Test
    void showsAllToThoseWhoMaySeeIt() {
        assertThat(Json.write(TimelineView.of("17", ENTRIES, true))).contains("\"imsi\":\"255990000000001\"");
    }
}
