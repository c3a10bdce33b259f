package io.polygator.gateway.store.jdbc;

import java.time.Instant;

/** Moments as columns hold them: milliseconds since 1970. Pure functions. */
final class Times {
    private Times() {}

    /** The nearest that fits when the moment is beyond all reckoning. */
    static long millis(Instant moment) {
        try {
            return moment.toEpochMilli();
        } catch (ArithmeticException e) {
            return moment.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }
}
