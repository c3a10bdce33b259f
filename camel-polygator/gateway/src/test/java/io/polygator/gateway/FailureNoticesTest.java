package io.polygator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.slf4j.event.EventRecordingLogger;
import org.slf4j.event.Level;
import org.slf4j.event.SubstituteLoggingEvent;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.SubstituteLogger;

class FailureNoticesTest {
    private static final Instant START = Instant.parse("2026-11-27T08:00:00Z");

    private final Queue<SubstituteLoggingEvent> log = new ArrayDeque<>();
    private final FailureNotices notices =
            new FailureNotices("crm", new EventRecordingLogger(new SubstituteLogger("test", log, true), log));

    @Test
    void theFirstFailureIsToldAndThenOneAMinuteWithTheNumberOfTheOthers() {
        for (int second = 0; second <= 120; second++) {
            fail(second);
        }
        assertThat(lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .contains("crm failed on event 0 for the 1. time, again in 2 s: no answer"),
                        line -> assertThat(line)
                                .contains("event 60 ", "(59 more failures since the last line like this)"),
                        line -> assertThat(line).contains("event 120 ", "(59 more failures"));
    }

    @Test
    void thatItIsOverIsToldOnce() {
        notices.worked();
        fail(0);
        notices.worked();
        notices.worked();
        assertThat(lines()).hasSize(2).last().asString().contains("subscription crm handles events again");
    }

    @Test
    void whoFailsNowAndThenIsToldOnceAMinuteToo() {
        for (int second = 0; second < 60; second++) {
            fail(second);
            notices.worked();
        }
        assertThat(lines()).hasSize(2);
    }

    private void fail(int second) {
        notices.failed(second, 1, Duration.ofMillis(2_300), "no answer", START.plusSeconds(second));
    }

    /** What is written by default. */
    private List<String> lines() {
        return log.stream()
                .filter(event -> event.getLevel().toInt() >= Level.INFO.toInt())
                .map(event -> MessageFormatter.arrayFormat(event.getMessage(), event.getArgumentArray())
                        .getMessage())
                .toList();
    }
}
