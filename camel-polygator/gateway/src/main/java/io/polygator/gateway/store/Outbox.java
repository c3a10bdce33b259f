package io.polygator.gateway.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Events that wait for their subscriptions, each for itself. Thread-safe; stages complete on any thread. */
public interface Outbox {

    /** Keeps events for this subscription from now on; replaces an earlier one of the same name, keeping its events. */
    CompletionStage<Void> open(StoredSubscription subscription);

    /** Adds events that no other transaction brings about; completes once they are committed. */
    CompletionStage<Void> append(List<AddressedEvent> events);

    /** Forgets the subscription and its events. */
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

    /** The subscription has handled the event: it never comes again. */
    CompletionStage<Void> handled(String subscription, long number);

    /** Handling failed: the event, and later ones of its source, rest until the given moment. */
    CompletionStage<Void> postpone(String subscription, long number, Instant until);
}
