package io.polygator.simulator.module;

import java.time.Duration;

/**
 * How long a module takes from one stage of its start to the next.
 *
 * @param ready from power to RDY or START
 * @param sim from there to +CPIN
 * @param registered from an unlocked SIM to registration
 * @param callReady from registration to Call Ready
 */
public record BootTiming(Duration ready, Duration sim, Duration registered, Duration callReady) {

    /** As real modules do on a good day: about a quarter of a minute in all. */
    public static BootTiming realistic() {
        return new BootTiming(
                Duration.ofSeconds(3), Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(4));
    }

    /** The same order within half a second, for demonstrations and tests in real time. */
    public static BootTiming quick() {
        Duration step = Duration.ofMillis(100);
        return new BootTiming(step, step, step, step);
    }
}
