package io.polygator.gateway;

import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.store.Outbox;
import io.polygator.gateway.store.PendingBatch;
import io.polygator.gateway.store.PendingEvent;
import io.polygator.gsm.transport.Loop;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the events of one subscription to its handler: one at a time per source, several sources at once, again after a
 * back-off when handling failed. Takes from its outbox only what it hands on. Gateway loop only.
 */
final class Subscriber {
    private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);

    /** Hears of an event that a subscription has handled. */
    @FunctionalInterface
    interface Progress {
        void handled(String subscription, GatewayEvent event);
    }

    private final String name;
    private final Outbox outbox;
    private final EventHandler handler;
    private final EventSettings settings;
    private final Loop loop;
    private final DoubleSupplier jitter;
    private final Progress progress;
    private final Set<String> atWork = new HashSet<>();

    private boolean looking;
    private boolean lookAgain;
    private boolean closed;
    private int failures;
    private Loop.@Nullable Timer timer;

    Subscriber(
            String name,
            Outbox outbox,
            EventHandler handler,
            EventSettings settings,
            Loop loop,
            DoubleSupplier jitter,
            Progress progress) {
        this.name = name;
        this.outbox = outbox;
        this.handler = handler;
        this.settings = settings;
        this.loop = loop;
        this.jitter = jitter;
        this.progress = progress;
    }

    /** There may be events. */
    void wake() {
        if (looking) {
            lookAgain = true;
            return;
        }
        int room = settings.concurrent() - atWork.size();
        if (closed || room <= 0) {
            return;
        }
        looking = true;
        outbox.pending(name, Set.copyOf(atWork), loop.instant(), room).whenCompleteAsync(this::looked, loop);
    }

    void close() {
        closed = true;
        cancelTimer();
    }

    private void looked(@Nullable PendingBatch batch, @Nullable Throwable failure) {
        looking = false;
        if (closed) {
            return;
        }
        if (batch == null) {
            LOG.warn("the events of subscription {} cannot be read, trying again: {}", name, String.valueOf(failure));
            wakeAfter(settings.retries().after(failures++, jitter.getAsDouble()));
            return;
        }
        failures = 0;
        batch.events().forEach(this::hand);
        batch.next().ifPresent(next -> wakeAfter(Duration.between(loop.instant(), next)));
        if (lookAgain) {
            lookAgain = false;
            wake();
        }
    }

    private void hand(PendingEvent pending) {
        atWork.add(pending.source());
        CompletableFuture<Void> handled = new CompletableFuture<>();
        Loop.Timer guard = loop.schedule(
                settings.handlerDeadline(),
                () -> handled.completeExceptionally(
                        new IllegalStateException("no answer within " + settings.handlerDeadline())));
        call(pending.event())
                .whenComplete((done, failure) -> loop.execute(() -> {
                    if (failure == null) {
                        handled.complete(null);
                    } else {
                        handled.completeExceptionally(failure);
                    }
                }));
        CompletionStage<Void> result = handled;
        result.whenComplete((done, failure) -> {
            guard.cancel();
            record(pending, failure);
        });
    }

    private CompletionStage<Void> call(GatewayEvent event) {
        try {
            return handler.handle(event);
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private void record(PendingEvent pending, @Nullable Throwable failure) {
        if (failure == null) {
            outbox.handled(name, pending.number(), loop.instant())
                    .whenCompleteAsync((done, trouble) -> recorded(pending, trouble), loop);
            return;
        }
        Duration wait = settings.retries().after(pending.failures(), jitter.getAsDouble());
        LOG.warn(
                "subscription {} failed on event {} for the {}. time, again in {}: {}",
                name,
                pending.number(),
                pending.failures() + 1,
                wait,
                failure.toString());
        Instant until = loop.instant().plus(wait);
        outbox.postpone(name, pending.number(), until)
                .whenCompleteAsync((done, trouble) -> release(pending, trouble == null ? Duration.ZERO : wait), loop);
    }

    private void recorded(PendingEvent pending, @Nullable Throwable trouble) {
        if (trouble == null) {
            progress.handled(name, pending.event());
            release(pending, Duration.ZERO);
        } else {
            LOG.warn("that event {} was handled could not be stored; it comes again: {}", pending.number(), trouble);
            release(pending, settings.retries().after(pending.failures(), jitter.getAsDouble()));
        }
    }

    private void release(PendingEvent pending, Duration pause) {
        if (pause.isZero()) {
            atWork.remove(pending.source());
            wake();
        } else {
            loop.schedule(pause, () -> release(pending, Duration.ZERO));
        }
    }

    private void wakeAfter(Duration wait) {
        cancelTimer();
        timer = loop.schedule(wait, () -> {
            timer = null;
            wake();
        });
    }

    private void cancelTimer() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }
}
