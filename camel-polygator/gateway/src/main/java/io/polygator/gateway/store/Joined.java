package io.polygator.gateway.store;

import io.polygator.gateway.message.InboundMessage;
import io.polygator.gateway.message.TimelineEntry;
import java.util.List;

/**
 * What became of a group of segments.
 *
 * @param used the segments that leave the group; the others go on waiting
 * @param events what is announced in the same transaction
 * @param entries what the timelines of the messages made of them gain
 * @param arrivals the messages made of them, to be found later
 */
public record Joined(
        List<InboundSegment> used, List<AddressedEvent> events, List<TimelineEntry> entries, List<Arrival> arrivals) {

    /**
     * A message that came in.
     *
     * @param fingerprint of one of its segments: when that is forgotten, nobody has handled the message, and it will
     *     be made anew
     */
    public record Arrival(InboundMessage message, String fingerprint) {}

    /** Segments of which no message was made. */
    public Joined(List<InboundSegment> used, List<AddressedEvent> events, List<TimelineEntry> entries) {
        this(used, events, entries, List.of());
    }

    public Joined {
        used = List.copyOf(used);
        events = List.copyOf(events);
        entries = List.copyOf(entries);
        arrivals = List.copyOf(arrivals);
    }

    /** Everything goes on waiting. */
    public static Joined nothing() {
        return new Joined(List.of(), List.of(), List.of());
    }
}
