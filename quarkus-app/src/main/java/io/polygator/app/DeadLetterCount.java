package io.polygator.app;

import io.polygator.gateway.DeadLetters;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** How many dead letters there are: what the last question was answered, for those who must not wait. Thread-safe. */
final class DeadLetterCount {
    private static final int MOST = 1000;

    private final DeadLetters deadLetters;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile double last;

    DeadLetterCount(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    /** The last answer, and asks anew. */
    double last() {
        if (!asking.getAndSet(true)) {
            deadLetters.list(Optional.empty(), 0, MOST).whenComplete((letters, failure) -> {
                if (failure == null) {
                    last = letters.size();
                }
                asking.set(false);
            });
        }
        return last;
    }
}
