package io.polygator.simulator.programs;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what another program does, which tells nobody when it has done it. */
final class Eventually {
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final int PAUSES = 1000;

    private Eventually() {}

    /**
     * Waits until the condition holds.
     *
     * @throws AssertionError with the complaint if it does not hold within about ten seconds
     */
    static void await(BooleanSupplier condition, Supplier<String> complaint) {
        for (int pause = 0; !condition.getAsBoolean(); pause++) {
            if (pause == PAUSES) {
                throw new AssertionError(complaint.get());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
