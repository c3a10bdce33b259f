package io.polygator.gateway;

import io.polygator.gateway.message.CancelResult;
import io.polygator.gateway.message.MessageChanges;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.gateway.message.OutboundMessage;
import io.polygator.gateway.message.Submission;
import io.polygator.gateway.store.MessageStore;
import io.polygator.gateway.store.StoredMessage;
import io.polygator.gsm.transport.Loop;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** Takes messages from submitters and what they want of them later. Thread-safe. */
final class OutboundDesk {
    private final MessageStore store;
    private final MessageJournal journal;
    private final SubmitRules submitRules;
    private final MessageComposer composer;
    private final SendingRules sendingRules;
    private final MessageIds ids;
    private final AnswerWaiters waiters;
    private final Dispatcher dispatcher;
    private final Deadlines deadlines;
    private final Duration keysKnown;
    private final AccountClaims claims;
    private final Forecasts forecasts;
    private final Loop loop;

    OutboundDesk(
            MessageStore store,
            MessageJournal journal,
            SubmitRules submitRules,
            MessageComposer composer,
            SendingRules sendingRules,
            MessageIds ids,
            AnswerWaiters waiters,
            Dispatcher dispatcher,
            Deadlines deadlines,
            Duration keysKnown,
            AccountClaims claims,
            Forecasts forecasts,
            Loop loop) {
        this.store = store;
        this.journal = journal;
        this.submitRules = submitRules;
        this.composer = composer;
        this.sendingRules = sendingRules;
        this.ids = ids;
        this.waiters = waiters;
        this.dispatcher = dispatcher;
        this.deadlines = deadlines;
        this.keysKnown = keysKnown;
        this.claims = claims;
        this.forecasts = forecasts;
        this.loop = loop;
    }

    CompletionStage<Submission> submit(OutboundMessage message) {
        StoredMessage composed;
        try {
            submitRules.check(message, loop.instant());
            composed = composer.compose(ids.next(), message, loop.instant());
        } catch (SubmitRefusedException e) {
            return CompletableFuture.failedFuture(e);
        }
        Optional<Instant> expectedAt = forecasts.of(composed);
        return expectedAt.filter(composed.expiresAt()::isBefore).isPresent()
                ? tooLate(composed, expectedAt.get())
                : accept(composed, expectedAt);
    }

    private CompletionStage<Submission> accept(StoredMessage composed, Optional<Instant> expectedAt) {
        return store.accept(composed, keysSince(composed), claims.of(composed))
                .whenCompleteAsync((stored, failure) -> taken(stored == null ? composed : stored), loop)
                .thenApply(stored ->
                        submission(stored, stored.id().equals(composed.id()) ? expectedAt : Optional.empty()));
    }

    /** Refuses a message, unless it was accepted before: then it is the earlier one, whatever the queue is like now. */
    private CompletionStage<Submission> tooLate(StoredMessage composed, Instant expectedAt) {
        TooLateException refusal = new TooLateException(expectedAt, composed.expiresAt());
        Optional<String> key = composed.request().idempotencyKey();
        return key.isEmpty()
                ? CompletableFuture.failedFuture(refusal)
                : store.findByKey(key.get(), keysSince(composed)).thenCompose(earlier -> earlier.map(
                                stored -> CompletableFuture.completedStage(submission(stored, Optional.empty())))
                        .orElseGet(() -> CompletableFuture.failedStage(refusal)));
    }

    private Instant keysSince(StoredMessage composed) {
        return composed.acceptedAt().minus(keysKnown);
    }

    private static Submission submission(StoredMessage stored, Optional<Instant> expectedAt) {
        return new Submission(stored.id(), stored.segments().size(), stored.alphabet(), expectedAt);
    }

    CompletionStage<MessageStatus> answered(MessageId id) {
        CompletableFuture<MessageStatus> answer = new CompletableFuture<>();
        loop.execute(() -> await(id, answer));
        return answer;
    }

    CompletionStage<CancelResult> cancel(MessageId id) {
        return takeBack(id, new Cause.Cancellation(), message -> sendingRules.cancel(message, loop.instant()));
    }

    CompletionStage<CancelResult> replace(MessageId id, MessageChanges changes) {
        return store.find(id)
                .thenComposeAsync(
                        found -> found.map(message -> replace(message, changes))
                                .orElseGet(() -> CompletableFuture.completedStage(CancelResult.UNKNOWN)),
                        loop);
    }

    /** A message is in the queue; or may be, when the store failed and had committed it all the same. */
    private void taken(StoredMessage stored) {
        forecasts.accepted();
        deadlines.note(stored.actBy());
        dispatcher.wake();
    }

    private void await(MessageId id, CompletableFuture<MessageStatus> answer) {
        waiters.await(id).whenComplete((status, failure) -> {
            if (failure == null) {
                answer.complete(status);
            } else {
                answer.completeExceptionally(failure);
            }
        });
        store.find(id)
                .whenCompleteAsync(
                        (found, failure) -> {
                            if (failure != null) {
                                waiters.fail(id, failure);
                            } else {
                                found.ifPresentOrElse(waiters::seen, () -> waiters.fail(id, unknown(id)));
                            }
                        },
                        loop);
    }

    private CompletionStage<CancelResult> replace(StoredMessage message, MessageChanges changes) {
        StoredMessage replacement;
        try {
            replacement = composer.recompose(message, changes, loop.instant());
            submitRules.checkReplacement(replacement, changes, loop.instant());
        } catch (SubmitRefusedException e) {
            return CompletableFuture.failedFuture(e);
        }
        return takeBack(message.id(), new Cause.Replacement(), current -> current.untouched() ? replacement : current);
    }

    private CompletionStage<CancelResult> takeBack(MessageId id, Cause cause, UnaryOperator<StoredMessage> rule) {
        return CompletableFuture.completedStage(rule)
                .thenComposeAsync(change -> journal.change(id, cause, change), loop)
                .thenApply(updated -> updated.map(done -> done.changed() ? CancelResult.DONE : CancelResult.TOO_LATE)
                        .orElse(CancelResult.UNKNOWN));
    }

    private static IllegalArgumentException unknown(MessageId id) {
        return new IllegalArgumentException("there is no message " + id);
    }
}
