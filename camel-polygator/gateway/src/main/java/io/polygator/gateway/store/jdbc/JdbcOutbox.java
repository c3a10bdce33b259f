package io.polygator.gateway.store.jdbc;

import io.polygator.gateway.message.LinedEvent;
import io.polygator.gateway.store.AddressedEvent;
import io.polygator.gateway.store.DeadLetter;
import io.polygator.gateway.store.EventEntries;
import io.polygator.gateway.store.Outbox;
import io.polygator.gateway.store.PendingBatch;
import io.polygator.gateway.store.PendingEvent;
import io.polygator.gateway.store.StoredSubscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** The outbox of a {@link JdbcMessageStore}. */
final class JdbcOutbox implements Outbox {
    /** How soon to look again in a shared store, to which others add. */
    static final Duration POLL = Duration.ofSeconds(1);

    private static final int AT_ONCE = 500;

    private final Writer writer;
    private final Readers readers;
    private final SubscriptionLeases leases;
    private final boolean shared;

    JdbcOutbox(Writer writer, Readers readers, SubscriptionLeases leases, boolean shared) {
        this.writer = writer;
        this.readers = readers;
        this.leases = leases;
        this.shared = shared;
    }

    @Override
    public CompletionStage<Void> open(StoredSubscription subscription) {
        return writer.change(session -> EventTable.open(session, subscription));
    }

    @Override
    public CompletionStage<Void> append(List<AddressedEvent> events) {
        boolean forNobody =
                events.stream().allMatch(event -> event.subscriptions().isEmpty());
        return forNobody
                ? CompletableFuture.completedStage(null)
                : writer.change(session -> EventTable.add(session, events));
    }

    @Override
    public CompletionStage<Void> drop(String subscription) {
        return writer.change(session -> EventTable.drop(session, subscription));
    }

    @Override
    public CompletionStage<List<StoredSubscription>> subscriptions() {
        return readers.submit(EventTable::subscriptions);
    }

    @Override
    public CompletionStage<PendingBatch> pending(String subscription, Set<String> atWork, Instant now, int limit) {
        if (!shared) {
            return read(subscription, atWork, now, limit);
        }
        CompletionStage<Boolean> held = leases.held(subscription)
                ? CompletableFuture.completedStage(true)
                : writer.submit(session -> leases.take(session, subscription));
        PendingBatch notOurs = new PendingBatch(List.of(), Optional.of(now.plus(POLL)));
        return held.thenCompose(ours -> ours
                ? read(subscription, atWork, now, limit).thenApply(batch -> handedOut(subscription, batch, now))
                : CompletableFuture.completedStage(notOurs));
    }

    @Override
    public CompletionStage<Void> handled(String subscription, long number, Instant at) {
        leases.done(subscription, number);
        return writer.change(session -> {
            Optional<PendingEvent> event = EventTable.take(session, subscription, number);
            if (event.isPresent()) {
                TimelineTable.add(
                        session, EventEntries.handled(subscription, event.get().event(), at));
            }
        });
    }

    @Override
    public CompletionStage<Void> postpone(String subscription, long number, Instant until) {
        leases.done(subscription, number);
        return writer.change(session -> EventTable.postpone(session, subscription, number, until));
    }

    @Override
    public CompletionStage<Void> hasten(String subscription, Instant at) {
        return writer.change(session -> EventTable.hasten(session, subscription, at));
    }

    @Override
    public CompletionStage<Void> openLine(StoredSubscription subscription, Instant at) {
        return writer.change(session -> LineTable.open(session, subscription, at));
    }

    @Override
    public CompletionStage<List<LinedEvent>> readLine(String subscription, long position, int limit, Instant at) {
        return writer.submit(session -> LineTable.read(session, subscription, position, limit, at));
    }

    @Override
    public CompletionStage<Void> confirm(String subscription, long position, Instant at) {
        return inSmallSteps(session -> LineTable.confirm(session, subscription, position, at, AT_ONCE));
    }

    @Override
    public CompletionStage<Set<String>> lines() {
        return readers.submit(LineTable::names);
    }

    @Override
    public CompletionStage<Set<String>> forgetLines(Instant before) {
        return writer.submit(session -> LineTable.forget(session, before))
                .thenCompose(names -> inSmallSteps(session -> LineTable.forgetEvents(session, before, AT_ONCE))
                        .thenApply(done -> names));
    }

    /** Repeats a change of at most {@link #AT_ONCE} rows until it finds fewer, so that nobody waits long behind it. */
    private CompletionStage<Void> inSmallSteps(Call.Body<Integer> step) {
        return writer.submit(step)
                .thenCompose(changed ->
                        changed < AT_ONCE ? CompletableFuture.<Void>completedStage(null) : inSmallSteps(step));
    }

    @Override
    public CompletionStage<Void> bury(String subscription, long number, String reason, Instant at) {
        leases.done(subscription, number);
        return writer.change(session -> {
            Optional<PendingEvent> event = EventTable.take(session, subscription, number);
            if (event.isPresent()) {
                DeadLetterTable.bury(session, subscription, event.get(), reason, at);
                TimelineTable.add(
                        session, EventEntries.buried(subscription, event.get().event(), reason, at));
            }
        });
    }

    @Override
    public CompletionStage<List<DeadLetter>> deadLetters(Optional<String> subscription, long after, int limit) {
        return readers.submit(session -> DeadLetterTable.list(session, subscription, after, limit));
    }

    @Override
    public CompletionStage<Boolean> replay(String subscription, long number) {
        return writer.submit(session -> {
            Optional<PendingEvent> letter = DeadLetterTable.find(session, subscription, number);
            return letter.isPresent()
                    && EventTable.putBack(session, subscription, letter.get())
                    && DeadLetterTable.remove(session, subscription, number);
        });
    }

    @Override
    public CompletionStage<Boolean> discard(String subscription, long number) {
        return writer.submit(session -> DeadLetterTable.remove(session, subscription, number));
    }

    private CompletionStage<PendingBatch> read(String subscription, Set<String> atWork, Instant now, int limit) {
        return readers.submit(session -> EventTable.pending(session, subscription, atWork, now, limit));
    }

    private PendingBatch handedOut(String subscription, PendingBatch batch, Instant now) {
        leases.handedOut(
                subscription, batch.events().stream().map(PendingEvent::number).toList());
        Instant poll = now.plus(POLL);
        return new PendingBatch(
                batch.events(),
                Stream.concat(batch.next().stream(), Stream.of(poll)).min(Instant::compareTo));
    }
}
