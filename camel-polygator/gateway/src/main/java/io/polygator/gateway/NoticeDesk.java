package io.polygator.gateway;

import io.polygator.gateway.SubscriptionRequest.Kind;
import io.polygator.gateway.channel.ChannelPool;
import io.polygator.gateway.channel.GsmChannel;
import io.polygator.gateway.message.CallNotice;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.InboundMessage;
import io.polygator.gateway.message.InboundNotice;
import io.polygator.gateway.message.NoticeResult;
import io.polygator.gateway.store.AddressedEvent;
import io.polygator.gateway.store.InboundSegment;
import io.polygator.gateway.store.Joined;
import io.polygator.gateway.store.Joined.Arrival;
import io.polygator.gateway.store.MessageStore;
import io.polygator.gateway.store.Received;
import io.polygator.gateway.store.Sighting;
import io.polygator.gateway.store.Sighting.Way;
import io.polygator.gsm.modem.CallEvent;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.alphabet.Gsm7;
import io.polygator.gsm.transport.Loop;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Takes notices of inbound messages and calls. As with those that modems receive, a message is answered for once it is
 * stored where a named subscription keeps it, and once it is handled otherwise. In that other case a crash may still undo
 * it, so it never stands for the notice that comes again or for the message that a modem has: rather twice than never.
 * Gateway loop only.
 */
final class NoticeDesk {
    private final MessageStore store;
    private final EventHub hub;
    private final EventRouting routing;
    private final MessageIds ids;
    private final ChannelPool channels;
    private final RingingCalls calls;
    private final Duration handledWithin;
    private final StoreRetries retries;
    private final Loop loop;

    NoticeDesk(
            MessageStore store,
            EventHub hub,
            EventRouting routing,
            MessageIds ids,
            ChannelPool channels,
            RingingCalls calls,
            InboundSettings settings,
            StoreRetries retries,
            Loop loop) {
        this.store = store;
        this.hub = hub;
        this.routing = routing;
        this.ids = ids;
        this.channels = channels;
        this.calls = calls;
        handledWithin = settings.acknowledgeWithin();
        this.retries = retries;
        this.loop = loop;
    }

    /** Completes once the message is safe; fails with {@link NobodySubscribesException} when nobody would hear of it. */
    CompletionStage<NoticeResult> take(InboundNotice notice) {
        Optional<GsmChannel> ours = ours(notice.imsi());
        String channel = ours.map(GsmChannel::name).orElse(notice.channel());
        if (!routing.isWanted(Kind.INBOUND, channel)) {
            return CompletableFuture.failedStage(new NobodySubscribesException(channel));
        }
        InboundMessage message = message(notice, channel, ours);
        boolean safeOnceStored = store.durable() && routing.isWantedDurably(Kind.INBOUND, channel);
        String fingerprint = Fingerprints.of(notice, safeOnceStored ? notice.key() : Optional.empty(), message.id());
        InboundSegment segment = new InboundSegment(
                fingerprint, fingerprint, channel, notice.imsi(), Optional.empty(), "", message.receivedAt());
        Sighting sighting = Sighting.of(Way.NOTICE, message.text(), List.of());
        Arrival arrival = new Arrival(message, fingerprint, safeOnceStored ? sighting : sighting.closed());
        return store.receive(segment, waiting -> joined(waiting, arrival))
                .whenCompleteAsync((received, failure) -> hub.mayHaveBeenCommitted(), loop)
                .thenComposeAsync(received -> told(received, fingerprint), loop);
    }

    /** The call is announced, unless the modem did so. */
    NoticeResult take(CallNotice notice) {
        String channel = ours(notice.imsi()).map(GsmChannel::name).orElse(notice.channel());
        CallEvent call = new CallEvent(CallEvent.Kind.RINGING, notice.caller(), loop.instant());
        if (calls.isKnown(channel, Way.NOTICE, call)) {
            return NoticeResult.KNOWN;
        }
        hub.announce(new GatewayEvent.Call(channel, call));
        return NoticeResult.TAKEN;
    }

    private Optional<GsmChannel> ours(Optional<String> imsi) {
        return imsi.isEmpty()
                ? Optional.empty()
                : channels.all().stream()
                        .filter(channel -> channel.status().modem().imsi().equals(imsi))
                        .findFirst();
    }

    private InboundMessage message(InboundNotice notice, String channel, Optional<GsmChannel> ours) {
        return new InboundMessage(
                ids.next(),
                channel,
                notice.imsi(),
                notice.from(),
                ours.flatMap(GsmChannel::subscriber).or(notice::to),
                notice.text(),
                Octets.empty(),
                Gsm7.encode(notice.text()).isPresent() ? Alphabet.GSM7 : Alphabet.UCS2,
                OptionalInt.empty(),
                0,
                Optional.empty(),
                1,
                true,
                notice.sentAt(),
                loop.instant());
    }

    private Joined joined(List<InboundSegment> waiting, Arrival arrival) {
        GatewayEvent event = new GatewayEvent.Inbound(arrival.message());
        return new Joined(
                waiting, List.of(routing.address(event)), InboundEntries.received(event, waiting), List.of(arrival));
    }

    private CompletionStage<NoticeResult> told(Received received, String fingerprint) {
        if (received.repeated()) {
            return CompletableFuture.completedStage(NoticeResult.REPEATED);
        }
        List<AddressedEvent> events = received.joined().events();
        if (events.isEmpty()) {
            return CompletableFuture.completedStage(NoticeResult.KNOWN);
        }
        CompletionStage<Void> safe =
                isKept(events.get(0)) ? CompletableFuture.completedStage(null) : handled(events.get(0));
        hub.committed(events);
        return safe.handleAsync((done, failure) -> failure, loop)
                .thenCompose(failure -> failure == null
                        ? CompletableFuture.completedStage(NoticeResult.TAKEN)
                        : takenAgain(fingerprint, failure));
    }

    /** By whom it was stored for: at a start a subscription may have begun since the notice came, and take its time. */
    private boolean isKept(AddressedEvent stored) {
        return store.durable() && !stored.subscriptions().isEmpty();
    }

    private CompletionStage<Void> handled(AddressedEvent event) {
        CompletableFuture<Void> handled =
                hub.handledByAll(event).toCompletableFuture().copy();
        loop.schedule(
                handledWithin,
                () -> handled.completeExceptionally(new IllegalStateException("it was not handled in time")));
        return handled;
    }

    /** Nobody handled it: the same notice is taken when it is given again. */
    private CompletionStage<NoticeResult> takenAgain(String fingerprint, Throwable failure) {
        return retries.untilDone("that a notice is taken again", () -> store.forget(List.of(fingerprint)))
                .thenCompose(done -> CompletableFuture.failedStage(failure));
    }
}
