package io.polygator.gateway;

import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.gateway.store.StoredMessage;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Those who wait for the network's answer to a message. Gateway loop only. */
final class AnswerWaiters {
    private static final int MOST = 100_000;

    private final Map<MessageId, CompletableFuture<MessageStatus>> waiting = new HashMap<>();

    /** A future that completes when the message is seen answered. */
    CompletableFuture<MessageStatus> await(MessageId id) {
        if (waiting.size() >= MOST) {
            return CompletableFuture.failedFuture(new IllegalStateException(
                    "already " + MOST + " callers wait for answers; query message " + id + " later instead"));
        }
        return waiting.computeIfAbsent(id, message -> new CompletableFuture<>());
    }

    /** The message is in this state now. */
    void seen(StoredMessage message) {
        if (message.answered()) {
            CompletableFuture<MessageStatus> waiter = waiting.remove(message.id());
            if (waiter != null) {
                waiter.complete(message.status());
            }
        }
    }

    /** Nobody will answer for this one. */
    void fail(MessageId id, Throwable why) {
        CompletableFuture<MessageStatus> waiter = waiting.remove(id);
        if (waiter != null) {
            waiter.completeExceptionally(why);
        }
    }

    void failAll(Throwable why) {
        Map.copyOf(waiting).keySet().forEach(id -> fail(id, why));
    }
}
