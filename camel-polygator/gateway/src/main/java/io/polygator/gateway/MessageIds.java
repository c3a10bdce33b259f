package io.polygator.gateway;

import io.polygator.gateway.message.MessageId;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Makes message ids: the milliseconds since 1970 followed by six random digits, so that they sort by time and two
 * processes rarely meet; within one process they never repeat. 19 digits until the year 2286. Thread-safe.
 */
final class MessageIds {
    private static final long RANDOM_RANGE = 1_000_000;

    private final InstantSource clock;
    private final RandomGenerator random;
    private long last;

    MessageIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    synchronized MessageId next() {
        long drawn = clock.millis() * RANDOM_RANGE + random.nextLong(RANDOM_RANGE);
        last = Math.max(drawn, last + 1);
        return new MessageId(Long.toString(last));
    }
}
