package io.polygator.app;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** A number that takes time to find, for those who must not wait: what the last question was answered. Thread-safe. */
final class LastAnswer {
    private final Supplier<CompletionStage<Long>> question;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile long last;

    LastAnswer(Supplier<CompletionStage<Long>> question) {
        this.question = question;
    }

    /** The last answer, 0 before the first; and asks anew. */
    double value() {
        if (!asking.getAndSet(true)) {
            question.get().whenComplete((answer, failure) -> {
                if (failure == null) {
                    last = answer;
                }
                asking.set(false);
            });
        }
        return last;
    }
}
