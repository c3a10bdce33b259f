package io.polygator.gateway;

import io.polygator.gateway.store.MessageStore;
import io.polygator.gateway.store.Placement;
import io.polygator.gateway.store.StoredMessage;
import io.polygator.gateway.store.StoredSegment;
import io.polygator.gateway.store.Updated;
import io.polygator.gsm.transport.Loop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.DoubleSupplier;

/**
 * Declares in doubt what a process was sending that has ended: an earlier run of this one, or another that shares the
 * store and died. Gateway loop only.
 */
final class Interruptions {
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int BATCH = 100;

    private final MessageStore store;
    private final MessageJournal journal;
    private final SendingRules rules;
    private final ReportDesk reports;
    private final Loop loop;
    private final DoubleSupplier jitter;
    private final Lookout lookout;

    Interruptions(
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
        lookout = new Lookout("what an ended process was sending", this::look, loop, jitter);
    }

    /** Settles all there is; fails when the store does. */
    CompletionStage<Void> settle() {
        return store.interrupted(BATCH).thenComposeAsync(this::settleAll, loop);
    }

    /** Looks again from time to time. */
    void watch() {
        if (store.durable()) {
            lookout.wakeAt(loop.instant().plus(PERIOD));
        }
    }

    void stop() {
        lookout.stop();
    }

    private CompletionStage<Optional<Instant>> look() {
        return settle().thenApply(done -> Optional.of(loop.instant().plus(PERIOD)));
    }

    private CompletionStage<Void> settleAll(List<StoredMessage> messages) {
        List<CompletableFuture<Optional<Updated>>> changes = messages.stream()
                .map(message -> settle(message).toCompletableFuture())
                .toList();
        return CompletableFuture.allOf(changes.toArray(CompletableFuture<?>[]::new))
                .thenCompose(all -> changes.stream().anyMatch(Interruptions::isChanged)
                        ? settle()
                        : CompletableFuture.completedStage(null));
    }

    private static boolean isChanged(CompletableFuture<Optional<Updated>> change) {
        return change.join().filter(Updated::changed).isPresent();
    }

    private CompletionStage<Optional<Updated>> settle(StoredMessage message) {
        Moment moment = new Moment(loop.instant(), jitter.getAsDouble());
        return journal.certainly(message.id(), new Cause.Interruption(), current -> rules.interrupted(current, moment))
                .thenApply(updated -> {
                    lookForOrphans(message);
                    return updated;
                });
    }

    /** Reports that came while it was being sent found no segment to be stored with. */
    private void lookForOrphans(StoredMessage message) {
        message.segments().stream()
                .map(StoredSegment::placement)
                .flatMap(Optional::stream)
                .map(Placement::imsi)
                .distinct()
                .forEach(imsi ->
                        reports.lookForOrphans(imsi, message.request().to().value()));
    }
}
