package io.polygator.gateway;

import java.time.Duration;
import java.time.Instant;

/** A message that will not leave before its validity ends, as things are. Nothing was stored and nothing booked. */
public final class TooLateException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Instant expectedAt;
    private final Instant expiresAt;

    /**
     * A refusal.
     *
     * @param expectedAt when it would leave
     * @param expiresAt when its validity ends
     */
    public TooLateException(Instant expectedAt, Instant expiresAt) {
        super(
                "validity: the message would leave about " + expectedAt + " and its validity ends at " + expiresAt,
                null,
                false,
                false);
        this.expectedAt = expectedAt;
        this.expiresAt = expiresAt;
    }

    /** When it would have left. */
    public Instant expectedAt() {
        return expectedAt;
    }

    /** By how much it would have been too late: so long the queue must work off before the same message is in time. */
    public Duration excess() {
        return Duration.between(expiresAt, expectedAt);
    }
}
