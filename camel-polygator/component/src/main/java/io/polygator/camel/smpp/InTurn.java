package io.polygator.camel.smpp;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Does what has the same key one after the other, in the order in which it was asked for. Thread-safe. */
final class InTurn {
    private final Map<String, CompletableFuture<?>> last = new ConcurrentHashMap<>();

    /** Begins the work once all earlier work of the key has ended, however it ended. */
    <T> CompletionStage<T> run(String key, Supplier<CompletionStage<T>> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        CompletableFuture<?> before = last.put(key, done);
        CompletionStage<?> turn = before == null ? CompletableFuture.completedFuture(null) : before;
        turn.handle((any, failure) -> null).thenCompose(now -> work.get()).whenComplete((value, failure) -> {
            last.remove(key, done);
            if (failure == null) {
                done.complete(value);
            } else {
                done.completeExceptionally(failure);
            }
        });
        return done;
    }
}
