package io.polygator.gateway.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a subscription may handle now.
 *
 * @param events the oldest of each source that is not at work, as far as they are due
 * @param next when the earliest postponed event becomes due; empty if none is postponed
 */
public record PendingBatch(List<PendingEvent> events, Optional<Instant> next) {
    public PendingBatch {
        events = List.copyOf(events);
    }
}
