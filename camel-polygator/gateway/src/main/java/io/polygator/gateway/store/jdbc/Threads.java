package io.polygator.gateway.store.jdbc;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waiting for threads; an interrupt ends a wait and stays noted. */
final class Threads {
    private static final Logger LOG = LoggerFactory.getLogger(Threads.class);

    private Threads() {}

    static void join(Thread thread, Duration most) {
        try {
            thread.join(most.toMillis());
            if (thread.isAlive()) {
                LOG.warn("{} has not ended within {} and is interrupted", thread.getName(), most);
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
