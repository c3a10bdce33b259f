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
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
 *   <li>while nobody subscribes to inbound messages nothing is taken; it stays on the SIM and is offered again;
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
    private final Map<String, Unhandled> unhandled = new HashMap<>();
    private final Set<String> beingHandled = new HashSet<>();
    private final Set<String> beingForgotten = new HashSet<>();

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
    }

    /** Completes when the modem may delete what it received; fails when it shall keep it and offer it again. */
    CompletionStage<Void> receive(GsmChannel channel, ReceivedTpdu received) {
        Optional<SmsDeliver> deliver =
                received.tpdu().filter(SmsDeliver.class::isInstance).map(SmsDeliver.class::cast);
        deliver.ifPresent(message -> conversations.talked(message.originator().value(), channel.name()));
        Kind kind = deliver.isPresent() ? Kind.INBOUND : Kind.UNREADABLE;
        if (!routing.isWanted(kind, channel.spec())) {
            LOG.warn("{} has a message that nobody subscribes to; it stays on the SIM", channel.name());
            return CompletableFuture.failedStage(
                    new IllegalStateException("nobody subscribes to " + kind + " events of " + channel.name()));
        }
        InboundSegment segment = segment(channel, received, deliver);
        String defect = received.defect().isEmpty() ? "not a message to us" : received.defect();
        boolean safeOnceStored = store.durable() && routing.isWantedDurably(kind, channel.spec());
        return beingForgotten.contains(segment.fingerprint())
                ? CompletableFuture.failedStage(new IllegalStateException("the store cannot take it again yet"))
                : received(segment, joiner(defect, Instant.MIN), safeOnceStored);
    }

    /** Stores the segment; when that fails nobody knows whether it was stored, and the modem offers it again. */
    private CompletionStage<Void> received(InboundSegment segment, Joiner joiner, boolean safeOnceStored) {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        store.receive(segment, joiner)
                .whenCompleteAsync(
                        (result, failure) -> {
                            if (failure == null) {
                                pass(stored(segment, result, safeOnceStored), answer);
                            } else if (safeOnceStored) {
                                answer.completeExceptionally(failure);
                            } else {
                                forgetGroup(segment);
                                answer.completeExceptionally(failure);
                            }
                        },
                        loop);
        return answer;
    }

    /** What was perhaps joined was told to nobody: every segment of it counts as never received. */
    private void forgetGroup(InboundSegment segment) {
        List<InboundSegment> group = Stream.concat(
                        Stream.of(segment),
                        unhandled.values().stream()
                                .map(Unhandled::segment)
                                .filter(other -> other.group().equals(segment.group()))
                                .filter(other -> !beingHandled.contains(other.fingerprint())))
                .toList();
        takeAgain(group);
    }

    private static void pass(CompletionStage<Void> result, CompletableFuture<Void> answer) {
        result.whenComplete((done, failure) -> {
            if (failure == null) {
                answer.complete(null);
            } else {
                answer.completeExceptionally(failure);
            }
        });
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
            // Perhaps its first commit was taken for a failure, and nobody heard of it.
            hub.mayHaveBeenCommitted();
            Unhandled earlier = unhandled.get(segment.fingerprint());
            return earlier == null ? CompletableFuture.completedStage(null) : limited(segment, earlier.handled());
        }
        CompletableFuture<Void> handled = new CompletableFuture<>();
        if (!safeOnceStored) {
            unhandled.put(segment.fingerprint(), new Unhandled(segment, handled));
        }
        handOn(result.joined());
        return safeOnceStored ? CompletableFuture.completedStage(null) : limited(segment, handled);
    }

    /** Tells what was joined, and releases the segments it was made of once it is safe. */
    private void handOn(Joined joined) {
        joined.used().forEach(segment -> beingHandled.add(segment.fingerprint()));
        CompletableFuture<?>[] safe = joined.events().stream()
                .map(event -> safe(event).toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new);
        hub.committed(joined.events());
        CompletionStage<Void> allSafe = CompletableFuture.allOf(safe);
        allSafe.whenComplete((all, failure) -> {
            if (failure == null) {
                release(joined.used(), true);
            } else {
                takeAgain(joined.used());
            }
        });
    }

    /** A segment that the modem keeps until the message it belongs to is handled. */
    private record Unhandled(InboundSegment segment, CompletableFuture<Void> handled) {}

    private CompletionStage<Void> safe(AddressedEvent event) {
        boolean kept = store.durable() && !event.subscriptions().isEmpty();
        return kept ? CompletableFuture.completedStage(null) : hub.handledByAll(event);
    }

    /** Nobody handled the message: its segments count as never received, so that the modem's next offer is taken. */
    private void takeAgain(List<InboundSegment> used) {
        LOG.warn("{} inbound segments were not handled; the modem offers them again", used.size());
        List<String> fingerprints =
                used.stream().map(InboundSegment::fingerprint).toList();
        beingForgotten.addAll(fingerprints);
        retries.untilDone("that inbound segments are taken again", () -> store.forget(fingerprints))
                .thenAccept(done -> {
                    fingerprints.forEach(beingForgotten::remove);
                    release(used, false);
                });
    }

    private void release(List<InboundSegment> used, boolean handled) {
        for (InboundSegment segment : used) {
            beingHandled.remove(segment.fingerprint());
            Unhandled waiting = unhandled.remove(segment.fingerprint());
            if (waiting != null && handled) {
                waiting.handled().complete(null);
            } else if (waiting != null) {
                waiting.handled().completeExceptionally(new IllegalStateException("the message was not handled"));
            }
        }
    }

    /** The same, but answered after a while: the modem is not held up by a slow subscriber or a missing segment. */
    private CompletionStage<Void> limited(InboundSegment segment, CompletionStage<Void> handled) {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        Duration atMost = settings.acknowledgeWithin();
        Loop.Timer guard = loop.schedule(atMost, () -> {
            if (beingHandled.contains(segment.fingerprint()) || beingForgotten.contains(segment.fingerprint())) {
                answer.completeExceptionally(
                        new IllegalStateException("not handled within " + atMost + "; offer it again later"));
            } else {
                answer.complete(null);
            }
        });
        handled.whenComplete((done, failure) -> guard.cancel());
        pass(handled, answer);
        return answer;
    }
}
