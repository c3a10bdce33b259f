package io.polygator.gateway;

import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.store.Outbox;
import io.polygator.gateway.store.PendingBatch;
import io.polygator.gateway.store.PendingEvent;
import io.polygator.gsm.transport.Loop;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the events of one subscription to its handler: one at a time per source, several sources at once, again after a
 * back-off when handling failed, and no more once the event is too old or its handler wants no more of it. Takes from its
 * outbox only what it hands on.
 * Gateway loop only.
 */
final class Subscriber {
    private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);

    /** Hears of an event that a subscription has done with: it was handled, or is a dead letter. */
    @FunctionalInterface
    interface Progress {
        void done(String subscription, GatewayEvent event);
    }

    private final String name;
    private final Outbox outbox;
    private final EventHandler handler;
    private final EventSettings settings;
    private final Loop loop;
    private final DoubleSupplier jitter;
    private final Progress progress;
    private final Lookout lookout;
    private final FailureNotices notices;
    private final Set<String> atWork = new HashSet<>();

    private boolean closed;

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
        notices = new FailureNotices(name, LOG);
        lookout = new Lookout("the events of subscription " + name, this::look, loop, jitter);
    }

    /** There may be events. */
    void wake() {
        lookout.wake();
    }

    String name() {
        return name;
    }

    /** Hands out what rests after failures; what is at work just now is not among it. */
    void retryNow() {
        outbox.hasten(name, loop.instant())
                .whenCompleteAsync(
                        (done, trouble) -> {
                            if (trouble != null) {
                                LOG.warn(
                                        "the events of subscription {} could not be hastened and come in their time: {}",
                                        name,
                                        trouble.toString());
                            }
                            wake();
                        },
                        loop);
    }

    void close() {
        closed = true;
        lookout.stop();
    }

    private CompletionStage<Optional<Instant>> look() {
        int room = settings.concurrent() - atWork.size();
        return room <= 0
                ? CompletableFuture.completedStage(Optional.empty())
                : outbox.pending(name, Set.copyOf(atWork), loop.instant(), room).thenApplyAsync(this::handAll, loop);
    }

    private Optional<Instant> handAll(PendingBatch batch) {
        if (closed) {
            return Optional.empty();
        }
        batch.events().forEach(this::hand);
        return batch.next();
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
            notices.worked();
            outbox.handled(name, pending.number(), loop.instant())
                    .whenCompleteAsync((done, trouble) -> recorded(pending, trouble), loop);
        } else if (isTooOld(pending) || EventRefusedException.isIn(failure)) {
            bury(pending, failure);
        } else {
            postpone(pending, failure);
        }
    }

    private boolean isTooOld(PendingEvent pending) {
        return pending.event().at().plus(settings.ageLimit()).isBefore(loop.instant());
    }

    private void bury(PendingEvent pending, Throwable failure) {
        String reason = FailureReasons.of(failure, pending.event());
        LOG.error(
                "subscription {} failed on event {} for the {}. and last time, it is now a dead letter: {}",
                name,
                pending.number(),
                pending.failures() + 1,
                reason);
        outbox.bury(name, pending.number(), reason, loop.instant())
                .whenCompleteAsync(
                        (done, trouble) -> {
                            if (trouble == null) {
                                progress.done(name, pending.event());
                            }
                            release(pending, trouble == null ? Duration.ZERO : waitAfter(pending));
                        },
                        loop);
    }

    private void postpone(PendingEvent pending, Throwable failure) {
        Duration wait = waitAfter(pending);
        notices.failed(
                pending.number(),
                pending.failures() + 1,
                wait,
                FailureReasons.of(failure, pending.event()),
                loop.instant());
        outbox.postpone(name, pending.number(), loop.instant().plus(wait))
                .whenCompleteAsync((done, trouble) -> release(pending, trouble == null ? Duration.ZERO : wait), loop);
    }

    private void recorded(PendingEvent pending, @Nullable Throwable trouble) {
        if (trouble == null) {
            progress.done(name, pending.event());
            release(pending, Duration.ZERO);
        } else {
            LOG.warn(
                    "that event {} was handled could not be stored; it comes again: {}",
                    pending.number(),
                    trouble.toString());
            release(pending, waitAfter(pending));
        }
    }

    private Duration waitAfter(PendingEvent pending) {
        return settings.retries().after(pending.failures(), jitter.getAsDouble());
    }

    private void release(PendingEvent pending, Duration pause) {
        if (pause.isZero()) {
            atWork.remove(pending.source());
            wake();
        } else {
            loop.schedule(pause, () -> release(pending, Duration.ZERO));
        }
    }
}
