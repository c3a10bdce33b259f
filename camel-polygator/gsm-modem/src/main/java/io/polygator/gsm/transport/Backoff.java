package io.polygator.gsm.transport;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before each further attempt: the limit grows by a factor from the initial to the maximum, and every
 * wait is drawn at random between half the limit and the whole of it, so that many channels that lost their gateway
 * together do not come back together. Not thread-safe.
 */
public final class Backoff {
    private final Duration initial;
    private final double factor;
    private final Duration maximum;
    private final RandomGenerator random;
    private Duration limit;

    /**
     * A back-off that has not waited yet.
     *
     * @param initial the longest first wait, at least a millisecond
     * @param factor by how much the limit grows from one wait to the next, at least 1
     * @param maximum the longest wait of all, at least the initial one
     * @param random where the jitter comes from; a seeded one makes the waits repeatable
     * @throws IllegalArgumentException if a value is outside its range
     */
    public Backoff(Duration initial, double factor, Duration maximum, RandomGenerator random) {
        require(initial.toMillis() > 0, "initial must be at least a millisecond, was " + initial);
        require(factor >= 1 && Double.isFinite(factor), "factor must be at least 1, was " + factor);
        require(maximum.compareTo(initial) >= 0, "maximum must be at least " + initial + ", was " + maximum);
        this.initial = initial;
        this.factor = factor;
        this.maximum = maximum;
        this.random = random;
        this.limit = initial;
    }

    /** The wait before the next attempt; the one after it may be longer. */
    public Duration next() {
        Duration current = limit;
        limit = grown(current);
        return scaled(current, 0.5 + random.nextDouble() / 2);
    }

    /** Starts again from the initial wait, because an attempt succeeded. */
    public void reset() {
        limit = initial;
    }

    private Duration grown(Duration current) {
        // Compared as ratios, since multiplying first may leave the range of a Duration.
        double room = (double) maximum.toMillis() / current.toMillis();
        return factor >= room ? maximum : scaled(current, factor);
    }

    private static Duration scaled(Duration duration, double by) {
        return Duration.ofNanos(Math.round(duration.toMillis() * 1e6 * by));
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException("back-off: " + message);
        }
    }
}
