package io.polygator.gateway;

import io.polygator.gsm.transport.Loop;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Begins and ends subscriptions for callers on any thread; each name is in use once at a time. Thread-safe. */
final class Subscriptions {
    private final EventHub hub;
    private final Loop loop;
    private final BooleanSupplier closing;
    private final Set<String> names = ConcurrentHashMap.newKeySet();

    /** @param closing whether the gateway closes: then subscriptions end by themselves, and the loop may have ended */
    Subscriptions(EventHub hub, Loop loop, BooleanSupplier closing) {
        this.hub = hub;
        this.loop = loop;
        this.closing = closing;
    }

    /** @throws IllegalStateException if a subscription of this name is at work */
    Subscription begin(SubscriptionRequest request, EventHandler handler) {
        request.name().ifPresent(this::claim);
        Live live = new Live(request.name());
        loop.execute(() -> live.hearer = Optional.of(hub.subscribe(request, handler)));
        return live;
    }

    /** Removes a durable subscription and its events; fails if it is at work. */
    CompletionStage<Void> forget(String name) {
        try {
            claim(name);
        } catch (IllegalStateException e) {
            return CompletableFuture.failedFuture(e);
        }
        return CompletableFuture.completedStage(name)
                .thenComposeAsync(hub::forget, loop)
                .whenComplete((forgotten, failure) -> names.remove(name));
    }

    /** Takes a name for somebody who hears events in another way. */
    void claim(String name) {
        if (!names.add(name)) {
            throw new IllegalStateException(
                    "the subscription " + name + " is already at work; give each consumer a name of its own");
        }
    }

    /** Gives a name back that was {@link #claim claimed}. */
    void release(String name) {
        names.remove(name);
    }

    private final class Live implements Subscription {
        private final Optional<String> name;
        private final AtomicBoolean closed = new AtomicBoolean();
        private Optional<EventHub.Hearer> hearer = Optional.empty();

        Live(Optional<String> name) {
            this.name = name;
        }

        @Override
        public void retryNow() {
            if (!closed.get() && !closing.getAsBoolean()) {
                loop.execute(() -> hearer.ifPresent(EventHub.Hearer::retryNow));
            }
        }

        @Override
        public void close() {
            if (closed.getAndSet(true)) {
                return;
            }
            // The loop keeps the order: who begins under the name after this begins after the end of this one.
            if (!closing.getAsBoolean()) {
                loop.execute(() -> hearer.ifPresent(EventHub.Hearer::end));
            }
            name.ifPresent(names::remove);
        }
    }
}
