package io.polygator.gateway.account;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * How fast an account may submit, over all doors and binds together; each segment counts.
 *
 * @param interval the time that one segment is worth: a second divided by the rate, 100 µs (10,000 a second) to 1,000 s
 * @param burst how many segments may come at once after a pause, 1 to 100,000
 */
public record RateLimit(Duration interval, int burst) {
    private static final BigDecimal LOWEST = new BigDecimal("0.001");
    private static final BigDecimal HIGHEST = new BigDecimal(10_000);
    private static final BigDecimal NANOS =
            BigDecimal.valueOf(Duration.ofSeconds(1).toNanos());
    private static final Duration SHORTEST = Duration.ofNanos(100_000);
    private static final Duration LONGEST = Duration.ofSeconds(1_000);
    static final int LARGEST_BURST = 100_000;

    public RateLimit {
        if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a segment is worth 100 µs to 1,000 s, not " + interval);
        }
        if (burst < 1 || burst > LARGEST_BURST) {
            throw new IllegalArgumentException("a burst has 1 to " + LARGEST_BURST + " segments, not " + burst);
        }
    }

    /**
     * A rate in segments per second.
     *
     * @param segments 0.001 to 10,000
     */
    public static RateLimit perSecond(BigDecimal segments, int burst) {
        requireRate(segments);
        // rounded up, so that a rate that is no whole part of a second is never exceeded
        return new RateLimit(
                Duration.ofNanos(NANOS.divide(segments, 0, RoundingMode.CEILING).longValueExact()), burst);
    }

    /** A rate with the burst it has when none is given: what comes in a second, at least one. */
    public static RateLimit perSecond(BigDecimal segments) {
        requireRate(segments);
        return perSecond(segments, segments.setScale(0, RoundingMode.CEILING).intValueExact());
    }

    private static void requireRate(BigDecimal segments) {
        if (segments.compareTo(LOWEST) < 0 || segments.compareTo(HIGHEST) > 0) {
            throw new IllegalArgumentException("a rate is 0.001 to 10000 segments per second, not " + segments);
        }
    }
}
