package io.polygator.gateway;

import io.polygator.gateway.SubscriptionRequest.Kind;
import io.polygator.gateway.channel.ChannelPool;
import io.polygator.gateway.channel.GsmChannel;
import io.polygator.gateway.store.AddressedEvent;
import io.polygator.gateway.store.InboundSegment;
import io.polygator.gateway.store.Joined;
import io.polygator.gateway.store.Joiner;
import io.polygator.gateway.store.MessageStore;
import io.polygator.gateway.store.Received;
import io.polygator.gsm.modem.ReceivedTpdu;
import io.polygator.gsm.sms.concat.ReassemblyKey;
import io.polygator.gsm.sms.tpdu.SmsDeliver;
import io.polygator.gsm.transport.Loop;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes inbound messages from modems and says when a modem may delete them. A message must never vanish, so:
 *
 * <ul>
 *   <li>while nobody subscribes to inbound messages nothing is taken; it stays on the SIM and is offered again, at the
 *       latest when somebody does;
 *   <li>with a durable store and a named subscription it is acknowledged once it is stored;
 *   <li>otherwise it is acknowledged once every subscription has handled the whole message; until then the modem keeps
 *       its segments and offers them again, which is recognised;
 *   <li>a segment whose siblings do not come is acknowledged after a while all the same and waits in the store, durable
 *       or not: a SIM full of such segments would keep their siblings out.
 * </ul>
 *
 * Gateway loop only.
 */
final class InboundDesk {
    private static final Logger LOG = LoggerFactory.getLogger(InboundDesk.class);
    private static final int GROUPS_AT_ONCE = 100;

    private final MessageStore store;
    private final EventHub hub;
    private final EventRouting routing;
    private final MessageIds ids;
    private final ChannelPool channels;
    private final Conversations conversations;
    private final InboundSettings settings;
    private final StoreRetries retries;
    private final Loop loop;
    private final InboundHold hold;
    private final Set<LeftOnSim> left = new HashSet<>();

    InboundDesk(
            MessageStore store,
            EventHub hub,
            EventRouting routing,
            MessageIds ids,
            ChannelPool channels,
            Conversations conversations,
            InboundSettings settings,
            StoreRetries retries,
            Loop loop) {
        this.store = store;
        this.hub = hub;
        this.routing = routing;
        this.ids = ids;
        this.channels = channels;
        this.conversations = conversations;
        this.settings = settings;
        this.retries = retries;
        this.loop = loop;
        hold = new InboundHold(loop, settings.acknowledgeWithin());
        hub.onSubscribed(this::takeWhatWasLeft);
    }

    /** A channel has something on its SIM that nobody subscribed to. */
    private record LeftOnSim(GsmChannel channel, Kind kind) {}

    /** Completes when the modem may delete what it received; fails when it shall keep it and offer it again. */
    CompletionStage<Void> receive(GsmChannel channel, ReceivedTpdu received) {
        Optional<SmsDeliver> deliver =
                received.tpdu().filter(SmsDeliver.class::isInstance).map(SmsDeliver.class::cast);
        deliver.ifPresent(message -> conversations.talked(message.originator().value(), channel.name()));
        Kind kind = deliver.isPresent() ? Kind.INBOUND : Kind.UNREADABLE;
        if (!routing.isWanted(kind, channel.spec())) {
            LOG.warn("{} has a message that nobody subscribes to; it stays on the SIM", channel.name());
            left.add(new LeftOnSim(channel, kind));
            return CompletableFuture.failedStage(
                    new IllegalStateException("nobody subscribes to " + kind + " events of " + channel.name()));
        }
        InboundSegment segment = segment(channel, received, deliver);
        String defect = received.defect().isEmpty() ? "not a message to us" : received.defect();
        boolean safeOnceStored = store.durable() && routing.isWantedDurably(kind, channel.spec());
        return hold.isBeingForgotten(segment)
                ? CompletableFuture.failedStage(new IllegalStateException("the store cannot take it again yet"))
                : received(segment, joiner(defect, Instant.MIN), safeOnceStored);
    }

    /** At a start a subscription may be stored later than the first message comes; it shall not wait for the next sweep. */
    private void takeWhatWasLeft() {
        List<LeftOnSim> wanted = left.stream()
                .filter(one -> routing.isWanted(one.kind, one.channel.spec()))
                .toList();
        wanted.forEach(left::remove);
        wanted.stream().map(LeftOnSim::channel).distinct().forEach(GsmChannel::offerAgain);
    }

    /** Stores the segment; when that fails nobody knows whether it was stored, and the modem offers it again. */
    private CompletionStage<Void> received(InboundSegment segment, Joiner joiner, boolean safeOnceStored) {
        return store.receive(segment, joiner)
                .whenCompleteAsync(
                        (result, failure) -> {
                            if (failure != null && !safeOnceStored) {
                                // What was perhaps joined was told to nobody.
                                takeAgain(hold.withGroup(segment));
                            }
                        },
                        loop)
                .thenCompose(result -> stored(segment, result, safeOnceStored));
    }

    /** Hands on the messages whose missing segments are no longer expected. */
    CompletionStage<Void> giveUpStale() {
        Instant before = loop.instant().minus(settings.joinWithin());
        return store.staleGroups(before, GROUPS_AT_ONCE)
                .thenComposeAsync(
                        groups -> CompletableFuture.allOf(groups.stream()
                                .map(group -> giveUp(group, before).toCompletableFuture())
                                .toArray(CompletableFuture<?>[]::new)),
                        loop);
    }

    private CompletionStage<Void> giveUp(String group, Instant before) {
        return store.join(group, joiner("unreadable", before))
                .whenCompleteAsync(
                        (joined, failure) -> {
                            if (failure == null) {
                                handOn(joined);
                            } else {
                                hub.mayHaveBeenCommitted();
                            }
                        },
                        loop)
                .thenAccept(joined -> {});
    }

    private InboundSegment segment(GsmChannel channel, ReceivedTpdu received, Optional<SmsDeliver> deliver) {
        String sim = received.imsi().orElse(channel.name());
        String fingerprint = Fingerprints.of(sim, received);
        InboundSegment alone = new InboundSegment(
                fingerprint, fingerprint, channel.name(), received.imsi(), deliver, received.raw(), received.at());
        return InboundJoiner.keyOf(alone).map(key -> grouped(alone, key)).orElse(alone);
    }

    private static InboundSegment grouped(InboundSegment segment, ReassemblyKey key) {
        String group = Stream.of(
                        key.imsi(),
                        key.originator().typeOfNumber(),
                        key.originator().value(),
                        key.reference().width(),
                        key.reference().value(),
                        key.total())
                .map(Object::toString)
                .reduce((left, right) -> left + "|" + right)
                .orElseThrow();
        return new InboundSegment(
                segment.fingerprint(),
                group,
                segment.channel(),
                segment.imsi(),
                segment.deliver(),
                segment.raw(),
                segment.receivedAt());
    }

    private Joiner joiner(String defect, Instant givenUpBefore) {
        return new InboundJoiner(
                ids::next, name -> channels.find(name).flatMap(GsmChannel::subscriber), routing, defect, givenUpBefore);
    }

    private CompletionStage<Void> stored(InboundSegment segment, Received result, boolean safeOnceStored) {
        if (result.repeated()) {
            return hold.answer(segment).orElseGet(() -> repeated(segment, safeOnceStored));
        }
        if (!safeOnceStored) {
            hold.keep(segment);
        }
        CompletionStage<Void> answer = hold.answer(segment).orElse(CompletableFuture.completedStage(null));
        handOn(result.joined());
        return answer;
    }

    /** It was stored before: perhaps its commit was taken for a failure, or an earlier run ended before it was handled. */
    private CompletionStage<Void> repeated(InboundSegment segment, boolean safeOnceStored) {
        hub.mayHaveBeenCommitted();
        if (safeOnceStored || hold.wasHandled(segment)) {
            return CompletableFuture.completedStage(null);
        }
        takeAgain(List.of(segment));
        return CompletableFuture.failedStage(
                new IllegalStateException("nobody is known to have handled it; offer it again"));
    }

    /** Tells what was joined, and releases the segments it was made of once it is safe. */
    private void handOn(Joined joined) {
        hold.handling(joined.used());
        CompletableFuture<?>[] safe = joined.events().stream()
                .map(event -> safe(event).toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new);
        hub.committed(joined.events());
        CompletionStage<Void> allSafe = CompletableFuture.allOf(safe);
        allSafe.whenComplete((all, failure) -> {
            if (failure == null) {
                hold.release(joined.used());
            } else {
                takeAgain(joined.used());
            }
        });
    }

    private CompletionStage<Void> safe(AddressedEvent event) {
        boolean kept = store.durable() && !event.subscriptions().isEmpty();
        return kept ? CompletableFuture.completedStage(null) : hub.handledByAll(event);
    }

    /** Nobody handled the message: its segments count as never received, so that the modem's next offer is taken. */
    private void takeAgain(List<InboundSegment> used) {
        LOG.warn("{} inbound segments were not handled; the modem offers them again", used.size());
        List<String> fingerprints =
                used.stream().map(InboundSegment::fingerprint).toList();
        hold.forgetting(used);
        retries.untilDone("that inbound segments are taken again", () -> store.forget(fingerprints))
                .thenAccept(done -> hold.releaseUnhandled(used));
    }
}
