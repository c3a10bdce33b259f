package io.polygator.gateway;

import io.polygator.gateway.message.LinedEvent;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The events of a durable subscription in one line: they are read in order, as often as the reader likes, and stay until
 * it has confirmed them or they are too old. Thread-safe; stages complete on any thread, whose work must not be held up.
 */
public interface EventLine extends AutoCloseable {

    /**
     * Reads on. What a non-durable store holds counts as handled once it was read.
     *
     * @param position only what comes after this one; 0 for all
     * @param limit at most so many, at least 1; fewer only when there are no more
     */
    CompletionStage<List<LinedEvent>> after(long position, int limit);

    /** The reader has everything up to this position: it is handled, and never comes again. */
    CompletionStage<Void> confirm(long position);

    /** Nobody reads any more; the line goes on to be filled. */
    @Override
    void close();
}
