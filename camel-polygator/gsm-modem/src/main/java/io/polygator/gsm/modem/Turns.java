package io.polygator.gsm.modem;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Lets one piece of work after the other use the radio: messages and USSD requests exclude each other. Bounded. Modem
 * loop only.
 */
final class Turns {
    private static final int MOST_WAITING = 64;

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;

    /** Whether no more work is taken for now. */
    boolean isFull() {
        return waiting.size() >= MOST_WAITING;
    }

    boolean isBusy() {
        return busy;
    }

    /** Runs the work when its turn comes; the next turn comes when its stage completes. */
    <T> CompletionStage<T> take(Supplier<CompletionStage<T>> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        waiting.add(() -> run(work, result));
        next();
        return result;
    }

    private <T> void run(Supplier<CompletionStage<T>> work, CompletableFuture<T> result) {
        begin(work).whenComplete((value, failure) -> {
            busy = false;
            if (failure == null) {
                result.complete(value);
            } else {
                result.completeExceptionally(failure);
            }
            next();
        });
    }

    private static <T> CompletionStage<T> begin(Supplier<CompletionStage<T>> work) {
        try {
            return work.get();
        } catch (RuntimeException fault) {
            return CompletableFuture.failedStage(fault);
        }
    }

    private void next() {
        if (!busy && !waiting.isEmpty()) {
            busy = true;
            waiting.remove().run();
        }
    }
}
