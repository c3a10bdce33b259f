package io.polygator.gateway;

import io.polygator.gateway.store.InboundSegment;
import io.polygator.gsm.transport.Loop;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Knows which segments modems keep until the message they belong to is handled. Gateway loop only. */
final class InboundHold {
    private static final int HANDLED_KNOWN = 10_000;

    private final Loop loop;
    private final Duration atMost;
    private final Map<String, Held> held = new HashMap<>();
    private final Set<String> beingHandled = new HashSet<>();
    private final Set<String> beingForgotten = new HashSet<>();
    private final Set<String> handled = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > HANDLED_KNOWN;
        }
    });

    private record Held(InboundSegment segment, CompletableFuture<Void> handled) {}

    /** @param atMost how long a modem is kept waiting */
    InboundHold(Loop loop, Duration atMost) {
        this.loop = loop;
        this.atMost = atMost;
    }

    /** From now on the modem keeps the segment. */
    void keep(InboundSegment segment) {
        held.put(segment.fingerprint(), new Held(segment, new CompletableFuture<>()));
    }

    /**
     * The answer to the modem about a segment it keeps: it comes after a while all the same, so that a slow subscriber
     * or a missing segment does not hold the modem up. Empty if it keeps no such segment.
     */
    Optional<CompletionStage<Void>> answer(InboundSegment segment) {
        return Optional.ofNullable(held.get(segment.fingerprint())).map(known -> limited(segment, known.handled));
    }

    /** Whether the message that this segment belongs to was handled in this life of the process. */
    boolean wasHandled(InboundSegment segment) {
        return handled.contains(segment.fingerprint());
    }

    /** Whether the store is still to forget that it was received. */
    boolean isBeingForgotten(InboundSegment segment) {
        return beingForgotten.contains(segment.fingerprint());
    }

    /** The segment with those kept of its group that no message was made of. */
    List<InboundSegment> withGroup(InboundSegment segment) {
        Stream<InboundSegment> others = held.values().stream()
                .map(Held::segment)
                .filter(other -> other.group().equals(segment.group()))
                .filter(other -> !other.fingerprint().equals(segment.fingerprint()))
                .filter(other -> !beingHandled.contains(other.fingerprint()));
        return Stream.concat(Stream.of(segment), others).toList();
    }

    /** A message was made of them and is being handled. */
    void handling(List<InboundSegment> used) {
        used.forEach(segment -> beingHandled.add(segment.fingerprint()));
    }

    /** The store shall forget them. */
    void forgetting(List<InboundSegment> segments) {
        segments.forEach(segment -> beingForgotten.add(segment.fingerprint()));
    }

    /** The message made of them was handled: modems may delete them. */
    void release(List<InboundSegment> used) {
        for (InboundSegment segment : used) {
            handled.add(segment.fingerprint());
            take(segment).ifPresent(waiting -> waiting.handled.complete(null));
        }
    }

    /** They count as never received: modems shall offer them again. */
    void releaseUnhandled(List<InboundSegment> used) {
        for (InboundSegment segment : used) {
            beingForgotten.remove(segment.fingerprint());
            take(segment)
                    .ifPresent(waiting -> waiting.handled.completeExceptionally(
                            new IllegalStateException("the message was not handled")));
        }
    }

    private Optional<Held> take(InboundSegment segment) {
        beingHandled.remove(segment.fingerprint());
        return Optional.ofNullable(held.remove(segment.fingerprint()));
    }

    private CompletionStage<Void> limited(InboundSegment segment, CompletionStage<Void> done) {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        Loop.Timer guard = loop.schedule(atMost, () -> {
            if (beingHandled.contains(segment.fingerprint()) || isBeingForgotten(segment)) {
                answer.completeExceptionally(
                        new IllegalStateException("not handled within " + atMost + "; offer it again later"));
            } else {
                answer.complete(null);
            }
        });
        done.whenComplete((handledNow, failure) -> {
            guard.cancel();
            if (failure == null) {
                answer.complete(null);
            } else {
                answer.completeExceptionally(failure);
            }
        });
        return answer;
    }
}
