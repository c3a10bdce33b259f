package io.polygator.gsm.transport;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * The one thread on which everything of a modem happens: its bytes arrive here, its timers fire here, its state is
 * touched only here. Many modems may share a loop; a modem never leaves its loop.
 *
 * <p>The loop is also the modem's clock, so that a test which owns the loop owns the time.
 */
public interface Loop extends Executor, InstantSource {

    /** Whether the caller is on this loop. */
    boolean inLoop();

    /** Runs the task on this loop, soon, and after everything handed over before it. Never runs it in place. */
    @Override
    void execute(Runnable task);

    /** Runs the task on this loop once the delay has passed. */
    Timer schedule(Duration delay, Runnable task);

    /** A task that waits for its time. */
    interface Timer {
        /** Forgets the task; has no effect once it has run. To be called on the loop. */
        void cancel();
    }
}
