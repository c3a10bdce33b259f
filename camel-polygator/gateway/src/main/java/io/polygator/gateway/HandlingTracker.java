package io.polygator.gateway;

import io.polygator.gateway.message.GatewayEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Knows of chosen events which subscriptions have not handled them yet. Gateway loop only. */
final class HandlingTracker {
    private final Map<GatewayEvent, Open> open = new HashMap<>();

    /** Completes once all have handled the event; fails when none of them ever will. */
    CompletionStage<Void> track(GatewayEvent event, Set<String> named, Set<String> anonymous) {
        Open tracked = open.computeIfAbsent(event, unknown -> new Open());
        tracked.waiting.addAll(named);
        tracked.waiting.addAll(anonymous);
        settle(event, tracked);
        return tracked.done;
    }

    /** The subscription has handled the event, or an operator finds it among the dead letters. */
    void done(String subscription, GatewayEvent event) {
        Open tracked = open.get(event);
        if (tracked != null && tracked.waiting.remove(subscription)) {
            tracked.handled = true;
            settle(event, tracked);
        }
    }

    /** The subscription has ended: what it had not handled it never will. */
    void gone(String subscription) {
        for (Map.Entry<GatewayEvent, Open> entry : List.copyOf(open.entrySet())) {
            if (entry.getValue().waiting.remove(subscription)) {
                settle(entry.getKey(), entry.getValue());
            }
        }
    }

    private void settle(GatewayEvent event, Open tracked) {
        if (!tracked.waiting.isEmpty()) {
            return;
        }
        open.remove(event);
        if (tracked.handled) {
            tracked.done.complete(null);
        } else {
            tracked.done.completeExceptionally(
                    new IllegalStateException("no subscription is left that could handle the event"));
        }
    }

    private static final class Open {
        private final Set<String> waiting = new HashSet<>();
        private final CompletableFuture<Void> done = new CompletableFuture<>();
        private boolean handled;
    }
}
