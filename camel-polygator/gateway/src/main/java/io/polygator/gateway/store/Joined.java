package io.polygator.gateway.store;

import java.util.List;

/**
 * What became of a group of segments.
 *
 * @param used the segments that leave the group; the others go on waiting
 * @param events what is announced in the same transaction
 */
public record Joined(List<InboundSegment> used, List<AddressedEvent> events) {
    public Joined {
        used = List.copyOf(used);
        events = List.copyOf(events);
    }

    /** Everything goes on waiting. */
    public static Joined nothing() {
        return new Joined(List.of(), List.of());
    }
}
