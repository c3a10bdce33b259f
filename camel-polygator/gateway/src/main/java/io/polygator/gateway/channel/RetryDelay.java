package io.polygator.gateway.channel;

import java.time.Duration;

/**
 * How long to wait before trying again: twice as long each time, up to a limit, lengthened by a random tenth at most so
 * that what failed together does not come back together.
 *
 * @param first the first wait, positive
 * @param longest the longest wait before the random part, at least the first
 */
public record RetryDelay(Duration first, Duration longest) {
    private static final double SPREAD = 0.1;

    public RetryDelay {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "the first wait must be positive and at most the longest, were " + first + " and " + longest);
        }
    }

    /**
     * The wait after a failure.
     *
     * @param earlier how many failures came before it
     * @param jitter 0 to 1
     */
    public Duration after(int earlier, double jitter) {
        Duration wait = first;
        for (int i = 0; i < earlier && wait.compareTo(longest) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return spread(wait.compareTo(longest) > 0 ? longest : wait, jitter);
    }

    /** The wait, lengthened by up to a tenth. */
    public static Duration spread(Duration wait, double jitter) {
        return wait.plusMillis(Math.round(wait.toMillis() * SPREAD * jitter));
    }
}
