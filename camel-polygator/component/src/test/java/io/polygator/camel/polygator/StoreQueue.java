package io.polygator.camel.polygator;

import io.polygator.gateway.SmsGateway;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The store does one thing after the other. */
public final class StoreQueue {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private StoreQueue() {}

    /** Waits until the store has done what was asked of it before: a subscription that has begun keeps events then. */
    public static void await(SmsGateway gateway) {
        gateway.forget("nobody")
                .toCompletableFuture()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
