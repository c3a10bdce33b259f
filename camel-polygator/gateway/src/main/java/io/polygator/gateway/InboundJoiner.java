package io.polygator.gateway;

import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.InboundMessage;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.TimelineEntry;
import io.polygator.gateway.store.AddressedEvent;
import io.polygator.gateway.store.InboundSegment;
import io.polygator.gateway.store.Joined;
import io.polygator.gateway.store.Joined.Arrival;
import io.polygator.gateway.store.Joiner;
import io.polygator.gateway.store.Sighting;
import io.polygator.gateway.store.Sighting.Way;
import io.polygator.gsm.sms.concat.JoinedMessage;
import io.polygator.gsm.sms.concat.PartialMessage;
import io.polygator.gsm.sms.concat.PartialMessage.Addition;
import io.polygator.gsm.sms.concat.Reassembly;
import io.polygator.gsm.sms.concat.ReassemblyKey;
import io.polygator.gsm.sms.tpdu.SmsDeliver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes messages of segments: single ones at once, others when they are complete, or with their gaps marked when
 * nothing was added to them for too long.
 *
 * @param ids gives ids to messages
 * @param ownNumber the number of a channel's SIM as people write it, when known
 * @param routing says who hears of them
 * @param defect what is wrong with a segment that cannot be read
 * @param givenUpBefore messages whose last segment came before this moment are handed on incomplete
 */
record InboundJoiner(
        Supplier<MessageId> ids,
        Function<String, Optional<String>> ownNumber,
        EventRouting routing,
        String defect,
        Instant givenUpBefore)
        implements Joiner {

    @Override
    public Joined join(List<InboundSegment> waiting) {
        List<Partial> open = new ArrayList<>();
        List<InboundSegment> used = new ArrayList<>();
        List<AddressedEvent> events = new ArrayList<>();
        List<TimelineEntry> entries = new ArrayList<>();
        List<Arrival> arrivals = new ArrayList<>();
        for (InboundSegment segment : waiting) {
            if (keyOf(segment).isEmpty()) {
                GatewayEvent event = single(segment);
                used.add(segment);
                events.add(routing.address(event));
                entries.addAll(InboundEntries.received(event, List.of(segment)));
                arrival(event, List.of(segment)).ifPresent(arrivals::add);
            } else {
                place(segment, keyOf(segment).get(), open);
            }
        }
        open.stream().filter(this::isOver).forEach(partial -> {
            GatewayEvent event =
                    message(partial.segments().get(0), partial.message().join());
            used.addAll(partial.segments());
            events.add(routing.address(event));
            entries.addAll(InboundEntries.received(event, partial.segments()));
            arrival(event, partial.segments()).ifPresent(arrivals::add);
        });
        return new Joined(used, events, entries, arrivals);
    }

    private static Optional<Arrival> arrival(GatewayEvent event, List<InboundSegment> segments) {
        return event instanceof GatewayEvent.Inbound inbound
                ? Optional.of(new Arrival(
                        inbound.message(), segments.get(0).fingerprint(), sighting(inbound.message(), segments)))
                : Optional.empty();
    }

    private static Sighting sighting(InboundMessage message, List<InboundSegment> segments) {
        List<String> texts = segments.size() == 1
                ? List.of()
                : segments.stream()
                        .flatMap(segment -> segment.deliver().stream())
                        .flatMap(deliver -> deliver.userData().text().stream())
                        .toList();
        return Sighting.of(Way.AIR, message.text(), texts);
    }

    /** The key that segments of one message share; empty for a message of one segment. */
    static Optional<ReassemblyKey> keyOf(InboundSegment segment) {
        return segment.deliver()
                .flatMap(deliver -> ReassemblyKey.of(segment.imsi().orElse(segment.channel()), deliver))
                .filter(key -> key.total() > 1);
    }

    /** The segments of a partial message, those that others replaced included. */
    private record Partial(PartialMessage message, List<InboundSegment> segments) {
        Partial with(PartialMessage grown, InboundSegment segment) {
            List<InboundSegment> more = new ArrayList<>(segments);
            more.add(segment);
            return new Partial(grown, more);
        }
    }

    private static void place(InboundSegment segment, ReassemblyKey key, List<Partial> open) {
        List<PartialMessage> unfinished = open.stream()
                .map(Partial::message)
                .filter(message -> !message.isComplete())
                .toList();
        SmsDeliver deliver = segment.deliver().orElseThrow();
        Addition addition = PartialMessage.place(key, unfinished, deliver, segment.receivedAt());
        Optional<Partial> grown = open.stream()
                .filter(partial -> addition.before().equals(Optional.of(partial.message())))
                .findFirst();
        grown.ifPresentOrElse(
                partial -> open.set(open.indexOf(partial), partial.with(addition.after(), segment)),
                () -> open.add(new Partial(addition.after(), List.of(segment))));
    }

    private boolean isOver(Partial partial) {
        return partial.message().isComplete()
                || partial.message().lastReceivedAt().isBefore(givenUpBefore);
    }

    private GatewayEvent single(InboundSegment segment) {
        return segment.deliver()
                .<GatewayEvent>map(deliver -> message(segment, Reassembly.join(List.of(deliver))))
                .orElseGet(() ->
                        new GatewayEvent.Unreadable(segment.channel(), segment.raw(), defect, segment.receivedAt()));
    }

    private GatewayEvent message(InboundSegment one, JoinedMessage joined) {
        SmsDeliver first = joined.first();
        return new GatewayEvent.Inbound(new InboundMessage(
                ids.get(),
                one.channel(),
                one.imsi(),
                first.originator().display(),
                ownNumber.apply(one.channel()),
                joined.text(),
                joined.data(),
                joined.alphabet(),
                first.dataCodingScheme().messageClass(),
                first.protocolIdentifier().value(),
                joined.ports(),
                joined.segments(),
                joined.isComplete(),
                first.timestamp().time(),
                one.receivedAt()));
    }
}
