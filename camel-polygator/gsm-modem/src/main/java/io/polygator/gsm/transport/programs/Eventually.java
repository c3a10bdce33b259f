package io.polygator.gsm.transport.programs;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what another program does, which tells nobody when it has done it. */
final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private Eventually() {}

    /**
     * Waits until the condition holds.
     *
     * @throws AssertionError with the complaint if it does not hold within ten seconds
     */
    static void await(BooleanSupplier condition, Supplier<String> complaint) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new AssertionError(complaint.get());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
