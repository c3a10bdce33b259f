package io.polygator.gateway.store;

import io.polygator.gateway.message.InboundMessage;
import io.polygator.gateway.message.InboundQuery;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.Page;
import io.polygator.gateway.message.PageMark;
import io.polygator.gateway.store.Joined.Arrival;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Messages that came in, of {@link MemoryMessageStore}: a bounded number, of which the oldest goes first. */
final class MemoryArrivals {
    private static final Comparator<PageMark> NEWEST_FIRST = Comparator.comparing(PageMark::at)
            .thenComparing(mark -> mark.id().value())
            .reversed();

    private final int maximum;
    private final TreeMap<PageMark, Arrival> arrivals = new TreeMap<>(NEWEST_FIRST);
    private final Map<String, Set<PageMark>> byFingerprint = new HashMap<>();

    MemoryArrivals(int maximum) {
        this.maximum = maximum;
    }

    /** Adds what is not known from the other way; gives the ids of the rest. */
    Set<MessageId> add(List<Arrival> added) {
        Set<MessageId> known = new HashSet<>();
        for (Arrival arrival : added) {
            Pairing pairing = Pairing.of(arrival, open(arrival));
            pairing.changed().forEach(twin -> arrivals.put(mark(twin.message()), twin));
            if (pairing.known()) {
                known.add(arrival.message().id());
            } else {
                keep(pairing.arrival());
            }
        }
        return known;
    }

    /** Those of the other way that may have a twin, newest first. */
    private List<Arrival> open(Arrival arrival) {
        Instant since = Pairing.since(arrival.message());
        return arrivals.values().stream()
                .takeWhile(other -> !other.message().receivedAt().isBefore(since))
                .filter(other -> other.sighting().way() != arrival.sighting().way()
                        && other.sighting().isOpen())
                .limit(Pairing.LOOKED_AT)
                .toList();
    }

    private void keep(Arrival arrival) {
        PageMark mark = mark(arrival.message());
        arrivals.put(mark, arrival);
        byFingerprint
                .computeIfAbsent(arrival.fingerprint(), one -> new HashSet<>())
                .add(mark);
        if (arrivals.size() > maximum) {
            remove(arrivals.lastKey());
        }
    }

    Page<InboundMessage> page(InboundQuery query, Predicate<InboundMessage> wanted) {
        Map<PageMark, Arrival> following =
                query.after().isPresent() ? arrivals.tailMap(query.after().get(), false) : arrivals;
        List<InboundMessage> found = following.values().stream()
                .map(Arrival::message)
                .filter(query::fits)
                .filter(wanted)
                .limit(query.limit() + 1L)
                .toList();
        return found.size() <= query.limit()
                ? new Page<>(found, Optional.empty())
                : new Page<>(found.subList(0, query.limit()), Optional.of(mark(found.get(query.limit() - 1))));
    }

    void forget(List<String> fingerprints) {
        fingerprints.forEach(fingerprint ->
                Set.copyOf(byFingerprint.getOrDefault(fingerprint, Set.of())).forEach(this::remove));
    }

    void forget(Instant before) {
        Set.copyOf(arrivals.tailMap(new PageMark(before, new MessageId("")), false)
                        .keySet())
                .forEach(this::remove);
    }

    private void remove(PageMark mark) {
        Optional.ofNullable(arrivals.remove(mark))
                .ifPresent(gone -> byFingerprint.computeIfPresent(gone.fingerprint(), (fingerprint, marks) -> {
                    marks.remove(mark);
                    return marks.isEmpty() ? null : marks;
                }));
    }

    private static PageMark mark(InboundMessage message) {
        return new PageMark(message.receivedAt().truncatedTo(ChronoUnit.MILLIS), message.id());
    }
}
