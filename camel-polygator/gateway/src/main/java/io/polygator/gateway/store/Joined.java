package io.polygator.gateway.store;

import io.polygator.gateway.message.InboundMessage;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.TimelineEntry;
import java.util.List;
import java.util.Set;

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
     * @param sighting by what it is recognised when it comes in on another way too
     */
    public record Arrival(InboundMessage message, String fingerprint, Sighting sighting) {
        /** The same with another sighting. */
        Arrival with(Sighting changed) {
            return new Arrival(message, fingerprint, changed);
        }
    }

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

    /** The same, except that nobody hears of these messages: they were told before. */
    public Joined without(Set<MessageId> known) {
        return known.isEmpty()
                ? this
                : new Joined(
                        used,
                        events.stream().filter(event -> !isAbout(known, event)).toList(),
                        entries.stream()
                                .filter(entry -> !known.contains(entry.message()))
                                .toList(),
                        arrivals.stream()
                                .filter(arrival ->
                                        !known.contains(arrival.message().id()))
                                .toList());
    }

    private static boolean isAbout(Set<MessageId> known, AddressedEvent event) {
        return event.event().about().filter(known::contains).isPresent();
    }

    /** Everything goes on waiting. */
    public static Joined nothing() {
        return new Joined(List.of(), List.of(), List.of());
    }
}
