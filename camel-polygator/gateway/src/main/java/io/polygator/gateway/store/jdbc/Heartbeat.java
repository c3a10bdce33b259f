package io.polygator.gateway.store.jdbc;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets other processes know at intervals that this one lives. */
final class Heartbeat {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final Supplier<CompletionStage<Void>> beat;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "store-heartbeat");
        thread.setDaemon(true);
        return thread;
    });

    Heartbeat(Supplier<CompletionStage<Void>> beat) {
        this.beat = beat;
    }

    void start() {
        timer.scheduleAtFixedRate(this::run, 0, NodeTable.BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    void close() {
        timer.shutdownNow();
    }

    private void run() {
        beat.get().whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.warn("this node could not say that it lives: {}", failure.toString());
            }
        });
    }
}
