package io.polygator.smpp.esme;

import java.time.Duration;

/** How fast an account may submit, over all of its sessions together. Thread-safe, does not block. */
@FunctionalInterface
public interface RateGate {

    /**
     * Takes leave to submit.
     *
     * @param segments how many short messages it is on the air, at least 1
     * @return zero if leave was taken; otherwise nothing was taken, and how long to wait before it is worth asking again
     */
    Duration take(int segments);

    /** Never holds anybody up. */
    static RateGate open() {
        return segments -> Duration.ZERO;
    }
}
