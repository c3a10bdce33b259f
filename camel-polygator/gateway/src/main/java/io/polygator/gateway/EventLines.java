package io.polygator.gateway;

import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Durable subscriptions for readers who come and go. One that nobody has read for as long as the age limit of events is
 * forgotten, and so are events of that age. Thread-safe.
 */
public interface EventLines {

    /**
     * Begins to read; completes once events are kept for the reader. Fails with IllegalStateException when somebody reads
     * the line already, and with what the store says when it cannot be opened.
     *
     * @param request with a name
     * @param news called when there may be more to read; must not block
     */
    CompletionStage<EventLine> open(SubscriptionRequest request, Runnable news);

    /** The names of all lines, whether somebody reads them or not. */
    CompletionStage<Set<String>> names();
}
