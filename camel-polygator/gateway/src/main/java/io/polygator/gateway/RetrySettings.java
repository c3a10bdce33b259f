package io.polygator.gateway;

import io.polygator.gateway.channel.RetryDelay;
import java.time.Duration;
import java.util.List;

/**
 * How sending is tried again.
 *
 * @param maximumAttempts how often a modem may get one segment; at least 1
 * @param temporary the waits after temporary refusals; the last one repeats
 * @param returned the waits after a modem did not take a segment
 * @param moved how long a message is kept off a channel whose SIM or module could not send it
 */
public record RetrySettings(int maximumAttempts, List<Duration> temporary, RetryDelay returned, Duration moved) {
    public RetrySettings {
        temporary = List.copyOf(temporary);
        if (maximumAttempts < 1) {
            throw new IllegalArgumentException("maximumAttempts must be at least 1, was " + maximumAttempts);
        }
        if (temporary.isEmpty() || temporary.stream().anyMatch(wait -> wait.isNegative() || wait.isZero())) {
            throw new IllegalArgumentException("temporary needs at least one wait, all positive; was " + temporary);
        }
        if (moved.isNegative() || moved.isZero()) {
            throw new IllegalArgumentException("moved must be positive, was " + moved);
        }
    }

    /** Five attempts; 30 s, 2, 10, 30 and 60 minutes; 5 s to 5 minutes; 10 minutes. */
    public static RetrySettings defaults() {
        return new RetrySettings(
                5,
                List.of(
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(30),
                        Duration.ofHours(1)),
                new RetryDelay(Duration.ofSeconds(5), Duration.ofMinutes(5)),
                Duration.ofMinutes(10));
    }

    /** The wait after a temporary refusal with so many setbacks before it. */
    Duration afterTemporary(int earlier, double jitter) {
        return RetryDelay.spread(temporary.get(Math.min(earlier, temporary.size() - 1)), jitter);
    }
}
