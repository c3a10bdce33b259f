package io.polygator.gsm.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Duration INITIAL = Duration.ofSeconds(1);
    private static final Duration MAXIMUM = Duration.ofSeconds(60);

    @Property(tries = 200)
    void staysBetweenHalfTheLimitAndTheLimit(@ForAll long seed, @ForAll @IntRange(min = 0, max = 20) int attempts) {
        Backoff backoff = new Backoff(INITIAL, 2, MAXIMUM, new Random(seed));
        Duration limit = INITIAL;
        for (int attempt = 0; attempt <= attempts; attempt++) {
            assertThat(backoff.next()).isBetween(limit.dividedBy(2), limit);
            limit = limit.multipliedBy(2).compareTo(MAXIMUM) < 0 ? limit.multipliedBy(2) : MAXIMUM;
        }
    }

    @Test
    void startsAgainAfterAReset() {
        Backoff backoff = new Backoff(INITIAL, 2, MAXIMUM, new Random(1));
        for (int attempt = 0; attempt < 10; attempt++) {
            backoff.next();
        }

        backoff.reset();

        assertThat(backoff.next()).isBetween(INITIAL.dividedBy(2), INITIAL);
    }

    @Test
    void spreadsChannelsThatLostTheirGatewayTogether() {
        Set<Duration> waits = new HashSet<>();
        for (int channel = 0; channel < 100; channel++) {
            waits.add(new Backoff(INITIAL, 2, MAXIMUM, new Random(channel)).next());
        }
        assertThat(waits).hasSizeGreaterThan(90);
    }

    @Test
    void reachesAVeryLongMaximumWithoutOverflow() {
        Duration maximum = Duration.ofDays(10_000);
        Backoff backoff = new Backoff(Duration.ofMillis(1), 1e12, maximum, new Random(1));

        backoff.next();
        backoff.next();

        assertThat(backoff.next()).isBetween(maximum.dividedBy(2), maximum);
    }

    @Test
    void refusesValuesOutsideTheirRange() {
        assertThatThrownBy(() -> new Backoff(Duration.ZERO, 2, MAXIMUM, new Random()))
                .hasMessageContaining("initial");
        assertThatThrownBy(() -> new Backoff(INITIAL, 0.5, MAXIMUM, new Random()))
                .hasMessageContaining("factor");
        assertThatThrownBy(() -> new Backoff(MAXIMUM, 2, INITIAL, new Random())).hasMessageContaining("maximum");
    }
}
