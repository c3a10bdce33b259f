package io.polygator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gsm.transport.memory.ManualLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** One look at a time, none missed, none too many. */
class LookoutTest {
    private final ManualLoop loop = new ManualLoop();
    private final Instant start = loop.instant();
    private final List<CompletableFuture<Optional<Instant>>> looks = new ArrayList<>();
    private final Lookout lookout = new Lookout("the test", this::look, loop, () -> 0);

    private CompletableFuture<Optional<Instant>> look() {
        CompletableFuture<Optional<Instant>> look = new CompletableFuture<>();
        looks.add(look);
        return look;
    }

    @Test
    void wokenDuringALookItLooksOnceMoreHoweverOften() {
        lookout.wake();
        lookout.wake();
        lookout.wake();
        assertThat(looks).hasSize(1);
        end(0, Optional.empty());
        assertThat(looks).hasSize(2);
        end(1, Optional.empty());
        assertThat(looks).hasSize(2);
    }

    @Test
    void looksAtTheEarliestMomentAndForgetsTheOthersOnlyWhenItHasLooked() {
        lookout.wakeAt(start.plusSeconds(60));
        lookout.wakeAt(start.plusSeconds(20));
        lookout.wakeAt(start.plusSeconds(40));
        loop.advance(Duration.ofSeconds(19));
        assertThat(looks).isEmpty();
        loop.advance(Duration.ofSeconds(1));
        assertThat(looks).hasSize(1);
        end(0, Optional.of(start.plusSeconds(60)));
        loop.advance(Duration.ofSeconds(39));
        assertThat(looks).hasSize(1);
        loop.advance(Duration.ofSeconds(1));
        assertThat(looks).hasSize(2);
    }

    @Test
    void aMomentNotedDuringALookIsKept() {
        lookout.wake();
        lookout.wakeAt(start.plusSeconds(5));
        end(0, Optional.of(start.plusSeconds(50)));
        loop.advance(Duration.ofSeconds(5));
        assertThat(looks).hasSize(2);
    }

    @Test
    void afterFailuresItWaitsLongerAndLongerWhoeverWakesIt() {
        lookout.wake();
        fail(0);
        lookout.wake();
        lookout.wakeAt(start);
        loop.advance(Duration.ofMillis(999));
        assertThat(looks).hasSize(1);
        loop.advance(Duration.ofMillis(1));
        assertThat(looks).hasSize(2);
        fail(1);
        loop.advance(Duration.ofMillis(1_999));
        assertThat(looks).hasSize(2);
        loop.advance(Duration.ofMillis(1));
        assertThat(looks).hasSize(3);
        end(2, Optional.empty());
        lookout.wake();
        assertThat(looks).hasSize(4);
    }

    @Test
    void oneThatThrowsCountsAsFailed() {
        Lookout broken = new Lookout(
                "the test",
                () -> {
                    looks.add(new CompletableFuture<>());
                    throw new IllegalStateException("broken");
                },
                loop,
                () -> 0);
        broken.wake();
        loop.advance(Duration.ofSeconds(3));
        assertThat(looks).hasSize(3);
    }

    @Test
    void stoppedItLooksNoMore() {
        lookout.wakeAt(start.plusSeconds(1));
        lookout.stop();
        lookout.wake();
        loop.advance(Duration.ofMinutes(1));
        assertThat(looks).isEmpty();
    }

    private void end(int look, Optional<Instant> next) {
        looks.get(look).complete(next);
        loop.runPending();
    }

    private void fail(int look) {
        looks.get(look).completeExceptionally(new IllegalStateException("no store"));
        loop.runPending();
    }
}
