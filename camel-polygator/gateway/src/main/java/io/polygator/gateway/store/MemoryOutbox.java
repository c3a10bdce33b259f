package io.polygator.gateway.store;

import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.LinedEvent;
import io.polygator.gateway.message.TimelineEntry;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An outbox in memory. Each subscription holds a bounded number of events. When one is full, inbound messages are not
 * taken (they stay where they came from); of other events the newest is dropped and counted. A line holds nobody up: when
 * it is full, its oldest event is dropped and counted. Thread-safe.
 */
public final class MemoryOutbox implements Outbox {
    private final int maximumEvents;
    private final Consumer<List<TimelineEntry>> timelines;
    private final Map<String, Box> boxes = new LinkedHashMap<>();
    private final MemoryLines lines;
    private final MemoryDeadLetters deadLetters;
    private long lastNumber;
    private long dropped;

    /** @param maximumEvents how many events may wait for one subscription, and how many may be dead letters */
    public MemoryOutbox(int maximumEvents) {
        this(maximumEvents, entries -> {});
    }

    /** @param timelines gets what the timelines of messages gain; must not call back */
    MemoryOutbox(int maximumEvents, Consumer<List<TimelineEntry>> timelines) {
        this.maximumEvents = maximumEvents;
        this.timelines = timelines;
        lines = new MemoryLines(maximumEvents);
        deadLetters = new MemoryDeadLetters(maximumEvents);
    }

    /** Whether every subscription that the events are for has room for its inbound messages. */
    public synchronized boolean hasRoomFor(Collection<AddressedEvent> events) {
        return events.stream()
                .filter(addressed -> mustNotDrop(addressed.event()))
                .flatMap(addressed -> addressed.subscriptions().stream())
                .map(boxes::get)
                .noneMatch(box -> box != null && box.size >= maximumEvents);
    }

    /** Adds events for the subscriptions they name; unknown names are passed over. */
    public synchronized void add(Collection<AddressedEvent> events) {
        for (AddressedEvent addressed : events) {
            for (String subscription : addressed.subscriptions()) {
                Box box = boxes.get(subscription);
                if (box != null) {
                    add(box, addressed);
                } else {
                    dropped += lines.add(subscription, addressed.event());
                }
            }
        }
    }

    @Override
    public CompletionStage<Void> append(List<AddressedEvent> events) {
        add(events);
        return CompletableFuture.completedStage(null);
    }

    /** How many events were dropped since a subscription was full. */
    public synchronized long dropped() {
        return dropped;
    }

    @Override
    public synchronized CompletionStage<Void> open(StoredSubscription subscription) {
        Box existing = boxes.get(subscription.name());
        if (existing == null) {
            boxes.put(subscription.name(), new Box(subscription));
        } else {
            existing.subscription = subscription;
        }
        return CompletableFuture.completedStage(null);
    }

    @Override
    public synchronized CompletionStage<Void> drop(String subscription) {
        boxes.remove(subscription);
        lines.drop(subscription);
        deadLetters.forget(subscription);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public synchronized CompletionStage<List<StoredSubscription>> subscriptions() {
        return CompletableFuture.completedStage(
                Stream.concat(boxes.values().stream().map(box -> box.subscription), lines.subscriptions().stream())
                        .toList());
    }

    @Override
    public synchronized CompletionStage<PendingBatch> pending(
            String subscription, Set<String> atWork, Instant now, int limit) {
        Box box = boxes.get(subscription);
        return CompletableFuture.completedStage(
                box == null ? new PendingBatch(List.of(), Optional.empty()) : box.pending(atWork, now, limit));
    }

    @Override
    public synchronized CompletionStage<Void> handled(String subscription, long number, Instant at) {
        take(subscription, number)
                .ifPresent(event -> timelines.accept(EventEntries.handled(subscription, event.event(), at)));
        return CompletableFuture.completedStage(null);
    }

    @Override
    public synchronized CompletionStage<Void> postpone(String subscription, long number, Instant until) {
        Box box = boxes.get(subscription);
        if (box != null) {
            box.postpone(number, until);
        }
        return CompletableFuture.completedStage(null);
    }

    @Override
    public synchronized CompletionStage<Void> hasten(String subscription, Instant at) {
        Box box = boxes.get(subscription);
        if (box != null) {
            box.hasten(at);
        }
        return CompletableFuture.completedStage(null);
    }

    @Override
    public synchronized CompletionStage<Void> openLine(StoredSubscription subscription, Instant at) {
        lines.open(subscription, at);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public synchronized CompletionStage<List<LinedEvent>> readLine(
            String subscription, long position, int limit, Instant at) {
        return CompletableFuture.completedStage(lines.read(subscription, position, limit, at));
    }

    @Override
    public synchronized CompletionStage<Void> confirm(String subscription, long position, Instant at) {
        lines.confirm(subscription, position)
                .forEach(event -> timelines.accept(EventEntries.handled(subscription, event.event(), at)));
        return CompletableFuture.completedStage(null);
    }

    @Override
    public synchronized CompletionStage<Set<String>> lines() {
        return CompletableFuture.completedStage(lines.names());
    }

    @Override
    public synchronized CompletionStage<Set<String>> forgetLines(Instant before) {
        return CompletableFuture.completedStage(lines.forget(before));
    }

    @Override
    public synchronized CompletionStage<Void> bury(String subscription, long number, String reason, Instant at) {
        take(subscription, number).ifPresent(event -> {
            deadLetters.bury(subscription, event, reason, at);
            timelines.accept(EventEntries.buried(subscription, event.event(), reason, at));
        });
        return CompletableFuture.completedStage(null);
    }

    @Override
    public synchronized CompletionStage<List<DeadLetter>> deadLetters(
            Optional<String> subscription, long after, int limit) {
        return CompletableFuture.completedStage(deadLetters.list(subscription, after, limit));
    }

    @Override
    public synchronized CompletionStage<Boolean> replay(String subscription, long number) {
        Box box = boxes.get(subscription);
        Optional<PendingEvent> event = box == null ? Optional.empty() : deadLetters.take(subscription, number);
        event.ifPresent(dead -> Objects.requireNonNull(box).putBack(dead));
        return CompletableFuture.completedStage(event.isPresent());
    }

    @Override
    public synchronized CompletionStage<Boolean> discard(String subscription, long number) {
        return CompletableFuture.completedStage(
                deadLetters.take(subscription, number).isPresent());
    }

    /** Forgets dead letters that were buried before the moment. */
    synchronized void forgetDeadLetters(Instant before) {
        deadLetters.forget(before);
    }

    private Optional<PendingEvent> take(String subscription, long number) {
        Box box = boxes.get(subscription);
        return box == null ? Optional.empty() : box.remove(number);
    }

    private void add(Box box, AddressedEvent addressed) {
        if (box.size >= maximumEvents && !mustNotDrop(addressed.event())) {
            dropped++;
            return;
        }
        box.add(new PendingEvent(++lastNumber, addressed.source(), addressed.event(), 0));
    }

    private static boolean mustNotDrop(GatewayEvent event) {
        return event instanceof GatewayEvent.Inbound || event instanceof GatewayEvent.Unreadable;
    }

    /** The events of one subscription, by source. */
    private static final class Box {
        private StoredSubscription subscription;
        private final Map<String, Deque<Waiting>> sources = new LinkedHashMap<>();
        private final Map<Long, String> sourceOf = new HashMap<>();
        private int size;

        Box(StoredSubscription subscription) {
            this.subscription = subscription;
        }

        void add(PendingEvent event) {
            sources.computeIfAbsent(event.source(), source -> new ArrayDeque<>())
                    .addLast(new Waiting(event, Instant.MIN));
            sourceOf.put(event.number(), event.source());
            size++;
        }

        /** Before the others of its source, which are younger. */
        void putBack(PendingEvent event) {
            sources.computeIfAbsent(event.source(), source -> new ArrayDeque<>())
                    .addFirst(new Waiting(event, Instant.MIN));
            sourceOf.put(event.number(), event.source());
            size++;
        }

        PendingBatch pending(Set<String> atWork, Instant now, int limit) {
            List<PendingEvent> due = new ArrayList<>();
            Optional<Instant> next = Optional.empty();
            for (Map.Entry<String, Deque<Waiting>> source : sources.entrySet()) {
                if (due.size() >= limit) {
                    break;
                }
                Waiting head = source.getValue().getFirst();
                if (atWork.contains(source.getKey())) {
                    continue;
                }
                if (head.dueAt().isAfter(now)) {
                    next = Optional.of(earlier(next, head.dueAt()));
                } else {
                    due.add(head.event());
                }
            }
            return new PendingBatch(due, next);
        }

        Optional<PendingEvent> remove(long number) {
            String source = sourceOf.remove(number);
            Deque<Waiting> events = eventsOf(source);
            if (source == null || events == null) {
                return Optional.empty();
            }
            Optional<PendingEvent> removed = events.stream()
                    .map(Waiting::event)
                    .filter(event -> event.number() == number)
                    .findFirst();
            events.removeIf(waiting -> waiting.event().number() == number);
            size--;
            if (events.isEmpty()) {
                sources.remove(source);
            }
            return removed;
        }

        void postpone(long number, Instant until) {
            Deque<Waiting> events = eventsOf(sourceOf.get(number));
            if (events != null && events.getFirst().event().number() == number) {
                events.addFirst(events.removeFirst().failedUntil(until));
            }
        }

        /** Only the first of a source can rest. */
        void hasten(Instant at) {
            for (Deque<Waiting> events : sources.values()) {
                Waiting head = events.getFirst();
                if (head.dueAt().isAfter(at)) {
                    events.removeFirst();
                    events.addFirst(new Waiting(head.event(), at));
                }
            }
        }

        private @Nullable Deque<Waiting> eventsOf(@Nullable String source) {
            return source == null ? null : sources.get(source);
        }

        private static Instant earlier(Optional<Instant> one, Instant other) {
            return one.filter(instant -> instant.isBefore(other)).orElse(other);
        }
    }

    private record Waiting(PendingEvent event, Instant dueAt) {
        Waiting failedUntil(Instant until) {
            PendingEvent failed = new PendingEvent(event.number(), event.source(), event.event(), event.failures() + 1);
            return new Waiting(failed, until);
        }
    }
}
