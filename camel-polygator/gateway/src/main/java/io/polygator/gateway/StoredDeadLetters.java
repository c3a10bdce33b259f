package io.polygator.gateway;

import io.polygator.gateway.store.DeadLetter;
import io.polygator.gateway.store.Outbox;
import io.polygator.gsm.transport.Loop;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The dead letters of an outbox; what is replayed is handled at once if its subscription is at work. */
final class StoredDeadLetters implements DeadLetters {
    private final Outbox outbox;
    private final EventHub hub;
    private final Loop loop;

    StoredDeadLetters(Outbox outbox, EventHub hub, Loop loop) {
        this.outbox = outbox;
        this.hub = hub;
        this.loop = loop;
    }

    @Override
    public CompletionStage<List<DeadLetter>> list(Optional<String> subscription, long after, int limit) {
        return outbox.deadLetters(subscription, after, limit);
    }

    @Override
    public CompletionStage<Boolean> replay(String subscription, long number) {
        return outbox.replay(subscription, number)
                .thenApplyAsync(
                        replayed -> {
                            hub.wake(subscription);
                            return replayed;
                        },
                        loop);
    }

    @Override
    public CompletionStage<Boolean> discard(String subscription, long number) {
        return outbox.discard(subscription, number);
    }
}
