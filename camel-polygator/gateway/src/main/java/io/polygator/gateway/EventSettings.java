package io.polygator.gateway;

import io.polygator.gateway.channel.RetryDelay;
import java.time.Duration;

/**
 * How events are handed to subscribers.
 *
 * @param concurrent how many events one subscription may handle at the same time, each of another source; at least 1
 * @param handlerDeadline after this long without an answer handling counts as failed
 * @param retries the waits after failures
 * @param ageLimit how old an event may become before any failure makes it a dead letter
 * @param deadLettersKept how long dead letters are kept for an operator
 * @param anonymousQueue how many events may wait for a subscription without a name; at least 1
 */
public record EventSettings(
        int concurrent,
        Duration handlerDeadline,
        RetryDelay retries,
        Duration ageLimit,
        Duration deadLettersKept,
        int anonymousQueue) {
    public EventSettings {
        if (concurrent < 1 || anonymousQueue < 1) {
            throw new IllegalArgumentException(
                    "concurrent and anonymousQueue must be at least 1, were " + concurrent + " and " + anonymousQueue);
        }
        requirePositive("handlerDeadline", handlerDeadline);
        requirePositive("ageLimit", ageLimit);
        requirePositive("deadLettersKept", deadLettersKept);
    }

    /** 32 at a time; ten minutes; one second to five minutes; a week; four weeks; 10,000. */
    public static EventSettings defaults() {
        return new EventSettings(
                32,
                Duration.ofMinutes(10),
                new RetryDelay(Duration.ofSeconds(1), Duration.ofMinutes(5)),
                Duration.ofDays(7),
                Duration.ofDays(28),
                10_000);
    }

    private static void requirePositive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " must be positive, was " + value);
        }
    }
}
