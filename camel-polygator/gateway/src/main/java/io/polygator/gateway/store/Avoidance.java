package io.polygator.gateway.store;

import java.time.Instant;

/** A channel that shall not get a message again before a moment, since it could not send it. */
public record Avoidance(String channel, Instant until) {

    /** Whether the channel is to be avoided now. */
    public boolean forbids(String candidate, Instant now) {
        return channel.equals(candidate) && now.isBefore(until);
    }
}
