package io.polygator.gateway.store;

import io.polygator.gateway.message.TimelineEntry;
import java.util.List;

/**
 * What became of a group of segments.
 *
 * @param used the segments that leave the group; the others go on waiting
 * @param events what is announced in the same transaction
 * @param entries what the timelines of the messages made of them gain
 */
public record Joined(List<InboundSegment> used, List<AddressedEvent> events, List<TimelineEntry> entries) {
    public Joined {
        used = List.copyOf(used);
        events = List.copyOf(events);
        entries = List.copyOf(entries);
    }

    /** Everything goes on waiting. */
    public static Joined nothing() {
        return new Joined(List.of(), List.of(), List.of());
    }
}
