package io.polygator.gateway.message;

/** Where a message, or one of its segments, stands. */
public enum MessageState {
    /** Waits for a channel or for its time. */
    QUEUED,
    /** A modem has it. */
    SENDING,
    /** The network took it. */
    ACCEPTED,
    /** The recipient's phone has it. */
    DELIVERED,
    /** It was refused, by the network or the recipient's side, for good. */
    FAILED,
    /** Its validity ended first. */
    EXPIRED,
    /** It was cancelled before it was sent. */
    CANCELLED,
    /** It left us and nothing is known since; sending it again could make a duplicate. */
    UNCONFIRMED;

    /** Whether nothing can follow but a late contradiction. */
    public boolean isFinal() {
        return this == DELIVERED || this == FAILED || this == EXPIRED || this == CANCELLED;
    }
}
