package io.polygator.gateway;

import io.polygator.gateway.store.MessageStore;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings the gateway to the point where channels may open: it knows who is to hear of what they bring, and what an
 * earlier run left open is settled. While the store cannot be used it tries again. Gateway loop only.
 */
final class Startup {
    private final MessageStore store;
    private final EventRouting routing;
    private final Interruptions interruptions;
    private final StoreRetries retries;
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean open;

    Startup(MessageStore store, EventRouting routing, Interruptions interruptions, StoreRetries retries) {
        this.store = store;
        this.routing = routing;
        this.interruptions = interruptions;
        this.retries = retries;
    }

    void begin() {
        retries.untilDone("who subscribes", () -> store.outbox().subscriptions())
                .thenAccept(known -> known.value().forEach(routing::addStored))
                .thenCompose(known -> retries.untilDone("what an earlier run left open", interruptions::settle))
                .thenRun(this::opened);
    }

    /** Runs the action once channels may open, in the order of the calls. */
    void whenOpen(Runnable action) {
        if (open) {
            action.run();
        } else {
            waiting.add(action);
        }
    }

    private void opened() {
        open = true;
        interruptions.watch();
        waiting.forEach(Runnable::run);
        waiting.clear();
    }
}
