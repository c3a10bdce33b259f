package io.polygator.gateway.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a store has for the free channels.
 *
 * @param messages by rank
 * @param next when the next queued message becomes due that is not due yet, or an avoidance ends; empty if none
 */
public record Work(List<StoredMessage> messages, Optional<Instant> next) {
    public Work {
        messages = List.copyOf(messages);
    }
}
