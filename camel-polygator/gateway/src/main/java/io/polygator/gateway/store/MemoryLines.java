package io.polygator.gateway.store;

import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.LinedEvent;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The lines of an outbox in memory. One thread at a time. */
final class MemoryLines {
    private final int maximumEvents;
    private final Map<String, Line> lines = new LinkedHashMap<>();

    /** @param maximumEvents how many events a line holds */
    MemoryLines(int maximumEvents) {
        this.maximumEvents = maximumEvents;
    }

    void open(StoredSubscription subscription, Instant at) {
        Line line = lines.computeIfAbsent(subscription.name(), name -> new Line(subscription, at));
        line.subscription = subscription;
        line.readAt = at;
    }

    /** Nothing happens when there is no such line; how many events were dropped for it. */
    int add(String name, GatewayEvent event) {
        Line line = lines.get(name);
        if (line == null) {
            return 0;
        }
        line.events.addLast(new LinedEvent(++line.lastPosition, event));
        boolean full = line.events.size() > maximumEvents;
        if (full) {
            line.events.removeFirst();
        }
        return full ? 1 : 0;
    }

    List<LinedEvent> read(String name, long position, int limit, Instant at) {
        Line line = lines.get(name);
        if (line == null) {
            return List.of();
        }
        line.readAt = at;
        List<LinedEvent> read = line.events.stream()
                .filter(event -> event.position() > position)
                .limit(limit)
                .toList();
        read.forEach(event -> line.readPosition = Math.max(line.readPosition, event.position()));
        return read;
    }

    /** Takes out what was read up to the position. */
    List<LinedEvent> confirm(String name, long position) {
        List<LinedEvent> confirmed = new ArrayList<>();
        Line line = lines.get(name);
        while (line != null
                && !line.events.isEmpty()
                && line.events.getFirst().position() <= Math.min(position, line.readPosition)) {
            confirmed.add(line.events.removeFirst());
        }
        return confirmed;
    }

    void drop(String name) {
        lines.remove(name);
    }

    Set<String> names() {
        return Set.copyOf(lines.keySet());
    }

    List<StoredSubscription> subscriptions() {
        return lines.values().stream().map(line -> line.subscription).toList();
    }

    /** Forgets lines that were last read before the moment, and of the others the events of before; the lines' names. */
    Set<String> forget(Instant before) {
        Set<String> forgotten = lines.values().stream()
                .filter(line -> line.readAt.isBefore(before))
                .map(line -> line.subscription.name())
                .collect(Collectors.toUnmodifiableSet());
        lines.keySet().removeAll(forgotten);
        lines.values()
                .forEach(
                        line -> line.events.removeIf(lined -> lined.event().at().isBefore(before)));
        return forgotten;
    }

    private static final class Line {
        private final Deque<LinedEvent> events = new ArrayDeque<>();
        private StoredSubscription subscription;
        private Instant readAt;
        private long lastPosition;
        private long readPosition;

        Line(StoredSubscription subscription, Instant at) {
            this.subscription = subscription;
            readAt = at;
            // A reader may come with a position of an earlier line of this name: those of this one are greater.
            lastPosition = at.toEpochMilli();
        }
    }
}
