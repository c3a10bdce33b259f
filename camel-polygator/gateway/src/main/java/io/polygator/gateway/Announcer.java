package io.polygator.gateway;

import io.polygator.gateway.store.AddressedEvent;
import io.polygator.gateway.store.Outbox;
import io.polygator.gsm.transport.Loop;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts events that no message is behind into the outbox, in their order, and again while the store fails. What waits is
 * bounded: when there is too much the oldest goes. Gateway loop only.
 */
final class Announcer {
    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);
    private static final int MOST = 10_000;
    private static final int AT_ONCE = 100;

    private final Outbox outbox;
    private final Consumer<List<AddressedEvent>> committed;
    private final Loop loop;
    private final Lookout lookout;
    private final Deque<AddressedEvent> waiting = new ArrayDeque<>();

    /** @param committed gets the events once they are in the outbox */
    Announcer(Outbox outbox, Consumer<List<AddressedEvent>> committed, Loop loop, DoubleSupplier jitter) {
        this.outbox = outbox;
        this.committed = committed;
        this.loop = loop;
        lookout = new Lookout("the events to be announced", this::append, loop, jitter);
    }

    void announce(AddressedEvent event) {
        if (event.subscriptions().isEmpty()) {
            committed.accept(List.of(event));
            return;
        }
        if (waiting.size() >= MOST) {
            LOG.warn(
                    "an event of {} is dropped: too many wait for the store",
                    waiting.removeFirst().source());
        }
        waiting.addLast(event);
        lookout.wake();
    }

    void stop() {
        lookout.stop();
    }

    private CompletionStage<Optional<Instant>> append() {
        List<AddressedEvent> batch = waiting.stream().limit(AT_ONCE).toList();
        return batch.isEmpty()
                ? CompletableFuture.completedStage(Optional.empty())
                : outbox.append(batch).thenApplyAsync(done -> appended(batch), loop);
    }

    private Optional<Instant> appended(List<AddressedEvent> batch) {
        waiting.removeAll(batch);
        committed.accept(batch);
        return waiting.isEmpty() ? Optional.empty() : Optional.of(loop.instant());
    }
}
