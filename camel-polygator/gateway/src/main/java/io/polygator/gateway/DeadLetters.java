package io.polygator.gateway;

import io.polygator.gateway.store.DeadLetter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The events that named subscriptions failed to handle until they were given up, for an operator. Thread-safe. */
public interface DeadLetters {

    /**
     * Dead letters, oldest first.
     *
     * @param subscription of this one only; empty for all
     * @param after only those with a greater number, to page on; 0 from the beginning
     * @param limit at most so many
     */
    CompletionStage<List<DeadLetter>> list(Optional<String> subscription, long after, int limit);

    /** Hands a dead letter to its subscription once more; whether there was one. */
    CompletionStage<Boolean> replay(String subscription, long number);

    /** Forgets a dead letter; whether there was one. */
    CompletionStage<Boolean> discard(String subscription, long number);
}
