package io.polygator.gsm.transport.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polygator.gsm.transport.Loop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManualLoopTest {
    private final ManualLoop loop = new ManualLoop();
    private final Instant start = loop.instant();
    private final List<String> ran = new ArrayList<>();

    @Test
    void runsNothingUntilItIsTold() {
        loop.execute(() -> ran.add("task"));
        assertThat(ran).isEmpty();

        loop.runPending();
        assertThat(ran).containsExactly("task");
        assertThat(loop.instant()).isEqualTo(start);
    }

    @Test
    void runsTasksInTheirOrderAndThoseTheyCauseAfterwards() {
        loop.execute(() -> {
            loop.execute(() -> ran.add("third"));
            ran.add("first");
        });
        loop.execute(() -> ran.add("second"));

        loop.runPending();

        assertThat(ran).containsExactly("first", "second", "third");
    }

    @Test
    void tellsEachTimerItsOwnMoment() {
        loop.schedule(Duration.ofHours(2), () -> ran.add(elapsed()));
        loop.schedule(Duration.ofMinutes(1), () -> {
            ran.add(elapsed());
            loop.schedule(Duration.ofSeconds(30), () -> ran.add(elapsed()));
        });

        loop.advance(Duration.ofHours(3));

        assertThat(ran).containsExactly("PT1M", "PT1M30S", "PT2H");
        assertThat(elapsed()).isEqualTo("PT3H");
    }

    @Test
    void runsTimersOfOneMomentInTheirOrder() {
        loop.schedule(Duration.ofSeconds(1), () -> ran.add("first"));
        loop.schedule(Duration.ofSeconds(1), () -> ran.add("second"));

        loop.advance(Duration.ofSeconds(1));

        assertThat(ran).containsExactly("first", "second");
    }

    @Test
    void forgetsACancelledTimer() {
        Loop.Timer timer = loop.schedule(Duration.ofSeconds(1), () -> ran.add("cancelled"));
        timer.cancel();
        timer.cancel();

        loop.advance(Duration.ofSeconds(2));

        assertThat(ran).isEmpty();
    }

    @Test
    void takesANegativeDelayForNow() {
        loop.schedule(Duration.ofSeconds(-5), () -> ran.add(elapsed()));
        loop.runPending();
        assertThat(ran).containsExactly("PT0S");
    }

    @Test
    void isOnItselfWhileItRuns() {
        assertThat(loop.inLoop()).isFalse();
        loop.execute(() -> ran.add("in loop: " + loop.inLoop()));
        loop.runPending();
        assertThat(ran).containsExactly("in loop: true");
        assertThat(loop.inLoop()).isFalse();
    }

    @Test
    void stopsAtTheMomentThatAConditionHolds() {
        loop.schedule(Duration.ofMinutes(5), () -> ran.add("done"));
        loop.schedule(Duration.ofMinutes(9), () -> ran.add("later"));

        loop.runUntil(() -> ran.contains("done"), Duration.ofHours(1));

        assertThat(elapsed()).isEqualTo("PT5M");
        assertThat(ran).containsExactly("done");
    }

    @Test
    void failsWhenAConditionCannotHoldInTime() {
        loop.schedule(Duration.ofMinutes(5), () -> ran.add("done"));
        assertThatThrownBy(() -> loop.runUntil(() -> ran.contains("done"), Duration.ofMinutes(4)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("PT4M");
    }

    private String elapsed() {
        return Duration.between(start, loop.instant()).toString();
    }
}
