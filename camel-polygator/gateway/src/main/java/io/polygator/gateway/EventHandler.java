package io.polygator.gateway;

import io.polygator.gateway.message.GatewayEvent;
import java.util.concurrent.CompletionStage;

/** Takes events. */
@FunctionalInterface
public interface EventHandler {
    /**
     * Handles one event. It counts as handled when the stage completes normally; otherwise it comes again, after a
     * back-off, or becomes a dead letter at once if the failure is an {@link EventRefusedException}. Events of one source
     * (channel and sender) come one after the other. Must not block.
     */
    CompletionStage<Void> handle(GatewayEvent event);
}
