package io.polygator.gateway;

import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.store.AddressedEvent;
import io.polygator.gateway.store.BudgetBooking;
import io.polygator.gateway.store.Edited;
import io.polygator.gateway.store.MessageEdit;
import io.polygator.gateway.store.MessageStore;
import io.polygator.gateway.store.StoredMessage;
import io.polygator.gateway.store.Updated;
import io.polygator.gsm.transport.Loop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/**
 * The only way by which an outbound message changes: a rule is applied inside the store's transaction, the delivery
 * report, the timeline entries and the bookings that it brings about are stored with it, and after the commit the rest
 * of the gateway hears of it on the loop. A change of which the store cannot say whether it was committed is looked up
 * as soon as the store works again, so that nobody waits for news that never comes. Gateway loop only.
 */
final class MessageJournal {

    /** Hears of changes once they are committed. Called on the loop. */
    interface Follower {
        /** A message is like this now; it may have been so before. */
        void stands(StoredMessage message);

        /** Events are in the outbox. */
        void told(List<AddressedEvent> events);

        /** Events may be in the outbox. */
        void mayHaveTold();

        /** A budget has paid, or got back. */
        void booked(List<BudgetBooking> bookings);
    }

    private final MessageStore store;
    private final Loop loop;
    private final StoreRetries retries;
    private final DeliveryReports reports;
    private final BudgetRules budgets;
    private final List<Follower> followers = new ArrayList<>();

    MessageJournal(MessageStore store, Loop loop, StoreRetries retries, DeliveryReports reports, BudgetRules budgets) {
        this.store = store;
        this.loop = loop;
        this.retries = retries;
        this.reports = reports;
        this.budgets = budgets;
    }

    /** Tells the follower of every change. To be used before the first change. */
    void follow(Follower follower) {
        followers.add(follower);
    }

    /**
     * Changes a message by a pure rule; empty if there is no such message. Completes on the loop; fails when the store
     * fails: then it is not known whether the message was changed.
     */
    CompletionStage<Optional<Updated>> change(MessageId id, Cause cause, UnaryOperator<StoredMessage> rule) {
        return update(id, cause, rule).whenComplete((updated, failure) -> {
            if (failure != null) {
                lookUp(id);
            }
        });
    }

    /** The same, repeated until the store takes it. The rule must change nothing when it is applied again. */
    CompletionStage<Optional<Updated>> certainly(MessageId id, Cause cause, UnaryOperator<StoredMessage> rule) {
        return retries.untilDone("a change of message " + id, () -> update(id, cause, rule))
                .thenApply(done -> {
                    if (!done.atOnce()) {
                        done.value().ifPresent(updated -> mayHaveChanged(updated.after()));
                    }
                    return done.value();
                });
    }

    private CompletionStage<Optional<Updated>> update(MessageId id, Cause cause, UnaryOperator<StoredMessage> rule) {
        Instant now = loop.instant();
        return begun(id, before -> edit(before, rule.apply(before), cause, now))
                .thenApplyAsync(
                        updated -> {
                            updated.filter(Updated::changed).ifPresent(done -> announce(done, cause));
                            return updated;
                        },
                        loop);
    }

    private CompletionStage<Optional<Updated>> begun(MessageId id, MessageEdit edit) {
        try {
            return store.update(id, edit);
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private Edited edit(StoredMessage before, StoredMessage after, Cause cause, Instant now) {
        return new Edited(
                after,
                reports.between(before, after, now),
                TimelineRules.entries(before, after, cause, now),
                budgets.bookings(before, after, cause));
    }

    private void announce(Updated updated, Cause cause) {
        // What was taken back because nobody knew whether it was booked was never told as booked.
        List<BudgetBooking> booked = cause instanceof Cause.NotHandedOver
                ? List.of()
                : budgets.bookings(updated.before(), updated.after(), cause);
        for (Follower follower : followers) {
            follower.told(updated.events());
            follower.booked(booked);
            follower.stands(updated.after());
        }
    }

    private void lookUp(MessageId id) {
        retries.untilDone("the state of message " + id, () -> store.find(id))
                .thenAccept(found -> found.value().ifPresent(this::mayHaveChanged));
    }

    private void mayHaveChanged(StoredMessage message) {
        for (Follower follower : followers) {
            follower.stands(message);
            follower.mayHaveTold();
        }
    }
}
