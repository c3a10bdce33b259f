package io.polygator.gateway;

import java.time.Instant;

/** A message that will not leave before its validity ends, as things are. Nothing was stored and nothing booked. */
public final class TooLateException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Instant expectedAt;

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
    }

    /** When it would have left. */
    public Instant expectedAt() {
        return expectedAt;
    }
}
