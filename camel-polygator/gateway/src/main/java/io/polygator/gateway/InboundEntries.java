package io.polygator.gateway;

import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.InboundMessage;
import io.polygator.gateway.message.TimelineEntry;
import io.polygator.gateway.message.TimelineEntry.Kind;
import io.polygator.gateway.store.InboundSegment;
import io.polygator.gsm.sms.concat.Concatenation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How the timeline of a message that came in begins. Pure functions; entries hold neither the sender nor the text. */
final class InboundEntries {
    private InboundEntries() {}

    /**
     * One entry for each segment, oldest first, and one that says so when some never came.
     *
     * @param event what was made of the segments; nothing is told about what is no message
     */
    static List<TimelineEntry> received(GatewayEvent event, List<InboundSegment> segments) {
        return event instanceof GatewayEvent.Inbound inbound ? received(inbound.message(), segments) : List.of();
    }

    private static List<TimelineEntry> received(InboundMessage message, List<InboundSegment> segments) {
        List<TimelineEntry> entries = new ArrayList<>();
        segments.stream()
                .sorted(Comparator.comparing(InboundSegment::receivedAt))
                .forEach(segment -> entries.add(entry(message, segment)));
        if (!message.complete()) {
            Instant last = entries.get(entries.size() - 1).at();
            String detail = "incomplete: no more than " + message.segments() + " segments came in time";
            entries.add(TimelineEntry.about(message.id(), last, Kind.DECIDED, detail));
        }
        return entries;
    }

    private static TimelineEntry entry(InboundMessage message, InboundSegment segment) {
        Optional<Concatenation> place = segment.deliver()
                .flatMap(deliver -> Concatenation.in(deliver.userData().header()))
                .filter(known -> known.total() > 1);
        return new TimelineEntry(
                message.id(),
                segment.receivedAt(),
                place.map(Concatenation::sequence).orElse(1),
                Kind.RECEIVED,
                Optional.of(segment.channel()),
                segment.imsi(),
                place.map(known -> "segment " + known.sequence() + " of " + known.total())
                        .orElse("the whole message"));
    }
}
