package io.polygator.gateway;

import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.store.MessageStore;
import io.polygator.gateway.store.Placement;
import io.polygator.gateway.store.StoredMessage;
import io.polygator.gateway.store.StoredSegment;
import io.polygator.gateway.store.Updated;
import io.polygator.gateway.store.Work;
import io.polygator.gsm.transport.Loop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.DoubleSupplier;

/**
 * Acts when the time of a message has come without anything else: validity over, doubt to be decided, report overdue.
 * Before it decides about a segment that has left, or may have, it looks whether a report waits that fits by now.
 * Gateway loop only.
 */
final class Deadlines {
    private static final int BATCH = 100;
    private static final Duration AFTER_NO_CHANGE = Duration.ofSeconds(1);

    private final MessageStore store;
    private final MessageJournal journal;
    private final SendingRules rules;
    private final ReportDesk reports;
    private final Loop loop;
    private final DoubleSupplier jitter;
    private final Lookout lookout;

    Deadlines(
            MessageStore store,
            MessageJournal journal,
            SendingRules rules,
            ReportDesk reports,
            Loop loop,
            DoubleSupplier jitter) {
        this.store = store;
        this.journal = journal;
        this.rules = rules;
        this.reports = reports;
        this.loop = loop;
        this.jitter = jitter;
        lookout = new Lookout("the messages whose time is over", this::lookNow, loop, jitter);
    }

    /** A message has a moment at which to act. */
    void note(Optional<Instant> actBy) {
        actBy.ifPresent(lookout::wakeAt);
    }

    void stop() {
        lookout.stop();
    }

    /** Looks for messages whose moment has come. */
    void look() {
        lookout.wake();
    }

    private CompletionStage<Optional<Instant>> lookNow() {
        return store.overdue(loop.instant(), BATCH).thenComposeAsync(this::actOnAll, loop);
    }

    private CompletionStage<Optional<Instant>> actOnAll(Work work) {
        List<Boolean> changed = new ArrayList<>();
        CompletableFuture<?>[] acts = work.messages().stream()
                .map(message -> act(message)
                        .thenAccept(updated ->
                                changed.add(updated.filter(Updated::changed).isPresent()))
                        .toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(acts).thenApply(all -> {
            boolean stuck = changed.size() > 0 && !changed.contains(true);
            Instant earliest = loop.instant().plus(AFTER_NO_CHANGE);
            return work.next().map(next -> stuck && next.isBefore(earliest) ? earliest : next);
        });
    }

    private CompletionStage<Optional<Updated>> act(StoredMessage message) {
        CompletionStage<Void> reported = message.segments().stream()
                .filter(this::isDecided)
                .map(StoredSegment::placement)
                .flatMap(Optional::stream)
                .findFirst()
                .map(where -> reportsFor(message, where))
                .orElse(CompletableFuture.completedStage(null));
        return reported.thenComposeAsync(done -> decide(message), loop);
    }

    private CompletionStage<Void> reportsFor(StoredMessage message, Placement where) {
        return reports.retryOrphans(where.imsi(), message.request().to().value());
    }

    /** Whether a segment that has left, or may have, is to be decided about. */
    private boolean isDecided(StoredSegment segment) {
        boolean left = segment.state() == MessageState.ACCEPTED || segment.state() == MessageState.UNCONFIRMED;
        return left && segment.actBy().filter(at -> !at.isAfter(loop.instant())).isPresent();
    }

    private CompletionStage<Optional<Updated>> decide(StoredMessage message) {
        Moment moment = new Moment(loop.instant(), jitter.getAsDouble());
        return journal.certainly(message.id(), new Cause.TimeUp(), current -> rules.overdue(current, moment));
    }
}
