package io.polygator.gateway;

import io.polygator.gateway.message.LinedEvent;
import io.polygator.gateway.store.Outbox;
import io.polygator.gsm.transport.Loop;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** The lines of the outbox; each is read by one at a time. Thread-safe. */
final class StoredLines implements EventLines {
    private final Outbox outbox;
    private final EventHub hub;
    private final Subscriptions subscriptions;
    private final Loop loop;
    private final BooleanSupplier closing;

    /** @param closing whether the gateway closes: then the loop may have ended */
    StoredLines(Outbox outbox, EventHub hub, Subscriptions subscriptions, Loop loop, BooleanSupplier closing) {
        this.outbox = outbox;
        this.hub = hub;
        this.subscriptions = subscriptions;
        this.loop = loop;
        this.closing = closing;
    }

    @Override
    public CompletionStage<EventLine> open(SubscriptionRequest request, Runnable news) {
        if (closing.getAsBoolean()) {
            return CompletableFuture.failedStage(new IllegalStateException("the gateway is closed"));
        }
        String name = request.name()
                .orElseThrow(() -> new IllegalArgumentException("a line needs a name by which its reader finds it"));
        try {
            subscriptions.claim(name);
        } catch (IllegalStateException e) {
            return CompletableFuture.failedStage(e);
        }
        return CompletableFuture.completedStage(request)
                .thenComposeAsync(asked -> hub.openLine(asked, news), loop)
                .<EventLine>thenApply(opened -> new Open(name))
                .whenComplete((line, failure) -> {
                    if (failure != null) {
                        subscriptions.release(name);
                    }
                });
    }

    @Override
    public CompletionStage<Set<String>> names() {
        return outbox.lines();
    }

    private final class Open implements EventLine {
        private final String name;
        private final AtomicBoolean closed = new AtomicBoolean();

        Open(String name) {
            this.name = name;
        }

        @Override
        public CompletionStage<List<LinedEvent>> after(long position, int limit) {
            return outbox.readLine(name, position, limit, loop.instant()).thenApply(events -> {
                if (!events.isEmpty() && !closing.getAsBoolean()) {
                    loop.execute(() -> hub.read(name, events));
                }
                return events;
            });
        }

        @Override
        public CompletionStage<Void> confirm(long position) {
            return outbox.confirm(name, position, loop.instant());
        }

        @Override
        public void close() {
            if (closed.getAndSet(true)) {
                return;
            }
            // The loop keeps the order: who reads the line after this begins after the end of this one.
            if (!closing.getAsBoolean()) {
                loop.execute(() -> hub.closeLine(name));
            }
            subscriptions.release(name);
        }
    }
}
