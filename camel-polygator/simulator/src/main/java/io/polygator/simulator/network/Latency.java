package io.polygator.simulator.network;

import java.time.Duration;

/**
 * How long something takes: between a shortest and a longest time, and once in twenty up to a tail beyond it.
 *
 * @param shortest at least zero
 * @param longest at least the shortest
 * @param tail at least the longest
 */
public record Latency(Duration shortest, Duration longest, Duration tail) {
    private static final double TAIL_SHARE = 0.05;

    public Latency {
        if (shortest.isNegative() || longest.compareTo(shortest) < 0 || tail.compareTo(longest) < 0) {
            throw new IllegalArgumentException(
                    "a latency needs 0 <= shortest <= longest <= tail, was " + shortest + ", " + longest + ", " + tail);
        }
    }

    /** Always the same. */
    public static Latency of(Duration time) {
        return new Latency(time, time, time);
    }

    /** No time at all. */
    public static Latency none() {
        return of(Duration.ZERO);
    }

    /** What a message takes on a real network: 2 to 6 seconds, seldom up to a minute. */
    public static Latency realistic() {
        return new Latency(Duration.ofSeconds(2), Duration.ofSeconds(6), Duration.ofSeconds(60));
    }

    /** Anything between the two, evenly. */
    public static Latency between(Duration shortest, Duration longest) {
        return new Latency(shortest, longest, longest);
    }

    /**
     * The time that this throw of the dice gives.
     *
     * @param chance from 0 to 1
     */
    public Duration at(double chance) {
        if (chance < 1 - TAIL_SHARE) {
            return interpolate(shortest, longest, chance / (1 - TAIL_SHARE));
        }
        return interpolate(longest, tail, (chance - (1 - TAIL_SHARE)) / TAIL_SHARE);
    }

    private static Duration interpolate(Duration from, Duration to, double share) {
        return from.plusNanos((long) (to.minus(from).toNanos() * share));
    }
}
