package io.polygator.gateway.store;

import java.util.List;

/** A changed message and the events that are stored in the same transaction. */
public record Edited(StoredMessage message, List<AddressedEvent> events) {
    public Edited {
        events = List.copyOf(events);
    }

    /** A change nobody needs to hear of. */
    public static Edited quietly(StoredMessage message) {
        return new Edited(message, List.of());
    }
}
