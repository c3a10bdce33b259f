package io.polygator.gateway;

import java.time.Duration;

/**
 * How long a channel needs for one segment, from the hand-over until it is free again: a moving average over all
 * channels. Written on the gateway loop, read from any thread.
 */
final class Pace {
    /** Before anything was sent: what an M10 in a real network needs. */
    private static final Duration USUAL = Duration.ofSeconds(4);

    private static final double WEIGHT_OF_THE_NEWEST = 0.1;

    private volatile Duration average = USUAL;

    /** A channel was busy with a segment for so long. */
    void note(Duration busy) {
        double millis = average.toMillis() * (1 - WEIGHT_OF_THE_NEWEST) + busy.toMillis() * WEIGHT_OF_THE_NEWEST;
        average = Duration.ofMillis(Math.round(millis));
    }

    Duration perSegment() {
        return average;
    }
}
