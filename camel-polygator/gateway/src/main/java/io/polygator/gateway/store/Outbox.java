package io.polygator.gateway.store;

import io.polygator.gateway.message.LinedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Events that wait for their subscriptions, each for itself. Thread-safe; stages complete on any thread. */
public interface Outbox {

    /** Keeps events for this subscription from now on; replaces an earlier one of the same name, keeping its events. */
    CompletionStage<Void> open(StoredSubscription subscription);

    /** Adds events that no other transaction brings about; completes once they are committed. */
    CompletionStage<Void> append(List<AddressedEvent> events);

    /** Forgets the subscription and its events, dead letters included. */
    CompletionStage<Void> drop(String subscription);

    /** Every subscription that was opened and not dropped. */
    CompletionStage<List<StoredSubscription>> subscriptions();

    /**
     * Looks at what waits.
     *
     * @param atWork sources of which an event is being handled: theirs are left out
     * @param limit at most so many events
     */
    CompletionStage<PendingBatch> pending(String subscription, Set<String> atWork, Instant now, int limit);

    /** The subscription has handled the event: it never comes again, and the message's timeline says so. */
    CompletionStage<Void> handled(String subscription, long number, Instant at);

    /** Handling failed: the event, and later ones of its source, rest until the given moment. */
    CompletionStage<Void> postpone(String subscription, long number, Instant until);

    /** Events that rest since their handling failed are due at the given moment. */
    CompletionStage<Void> hasten(String subscription, Instant at);

    // Lines: subscriptions whose events are read in one order, and again until the reader has confirmed them

    /** The same as {@link #open}, for a line. */
    CompletionStage<Void> openLine(StoredSubscription subscription, Instant at);

    /**
     * Reads on; what is read for the first time gets its place then, behind all that had one.
     *
     * @param position only what comes after it
     * @param at when the line was last read, from now on
     */
    CompletionStage<List<LinedEvent>> readLine(String subscription, long position, int limit, Instant at);

    /** What was read up to the position is handled: it never comes again, and timelines say so. */
    CompletionStage<Void> confirm(String subscription, long position, Instant at);

    /** The names of the lines. */
    CompletionStage<Set<String>> lines();

    /** Forgets lines that were last read before the moment, and of the others the events of before; the lines' names. */
    CompletionStage<Set<String>> forgetLines(Instant before);

    // Dead letters

    /** Handling failed for the last time: the event becomes a dead letter, and the next of its source has its turn. */
    CompletionStage<Void> bury(String subscription, long number, String reason, Instant at);

    /**
     * Dead letters, oldest first.
     *
     * @param subscription of this one only; empty for all
     * @param after only those with a greater number, to page on
     * @param limit at most so many
     */
    CompletionStage<List<DeadLetter>> deadLetters(Optional<String> subscription, long after, int limit);

    /** Puts a dead letter back among what waits, its failures forgotten; whether there was one. */
    CompletionStage<Boolean> replay(String subscription, long number);

    /** Forgets a dead letter; whether there was one. */
    CompletionStage<Boolean> discard(String subscription, long number);
}
