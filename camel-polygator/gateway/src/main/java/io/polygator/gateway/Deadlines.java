package io.polygator.gateway;

import io.polygator.gateway.channel.RetryDelay;
import io.polygator.gateway.store.MessageStore;
import io.polygator.gateway.store.StoredMessage;
import io.polygator.gateway.store.Work;
import io.polygator.gsm.transport.Loop;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Acts when the time of a message has come without anything else: validity over, doubt to be decided, report overdue.
 * Holds one timer, for the earliest moment. Gateway loop only.
 */
final class Deadlines {
    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);
    private static final RetryDelay STORE_TROUBLE = new RetryDelay(Duration.ofSeconds(1), Duration.ofMinutes(1));
    private static final int BATCH = 100;

    private final MessageStore store;
    private final MessageJournal journal;
    private final SendingRules rules;
    private final Loop loop;
    private final DoubleSupplier jitter;

    private boolean looking;
    private boolean lookAgain;
    private boolean stopped;
    private int failures;
    private @Nullable Instant armedFor;
    private Loop.@Nullable Timer timer;

    Deadlines(MessageStore store, MessageJournal journal, SendingRules rules, Loop loop, DoubleSupplier jitter) {
        this.store = store;
        this.journal = journal;
        this.rules = rules;
        this.loop = loop;
        this.jitter = jitter;
    }

    /** A message has a moment at which to act. */
    void note(Optional<Instant> actBy) {
        actBy.ifPresent(this::arm);
    }

    void stop() {
        stopped = true;
        disarm();
    }

    /** Looks for messages whose moment has come. */
    void look() {
        lookAgain = looking;
        if (looking || stopped) {
            return;
        }
        looking = true;
        disarm();
        store.overdue(loop.instant(), BATCH).whenCompleteAsync(this::looked, loop);
    }

    private void looked(@Nullable Work work, @Nullable Throwable failure) {
        looking = false;
        if (work == null) {
            retryLater(String.valueOf(failure));
            return;
        }
        CompletableFuture<?>[] changes = work.messages().stream().map(this::act).toArray(CompletableFuture<?>[]::new);
        CompletionStage<Void> acted = CompletableFuture.allOf(changes);
        acted.whenComplete((all, trouble) -> {
            if (trouble == null) {
                failures = 0;
                note(lookAgain ? Optional.of(loop.instant()) : work.next());
            } else {
                retryLater(trouble.toString());
            }
        });
    }

    private CompletableFuture<?> act(StoredMessage message) {
        Moment moment = new Moment(loop.instant(), jitter.getAsDouble());
        return journal.change(message.id(), current -> rules.overdue(current, moment))
                .toCompletableFuture();
    }

    private void retryLater(String why) {
        LOG.warn("overdue messages could not be settled, trying again: {}", why);
        arm(loop.instant().plus(STORE_TROUBLE.after(failures++, jitter.getAsDouble())));
    }

    private void arm(Instant moment) {
        if (stopped || (armedFor != null && !moment.isBefore(armedFor))) {
            return;
        }
        disarm();
        armedFor = moment;
        timer = loop.schedule(Duration.between(loop.instant(), moment), () -> {
            disarm();
            look();
        });
    }

    private void disarm() {
        armedFor = null;
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }
}
