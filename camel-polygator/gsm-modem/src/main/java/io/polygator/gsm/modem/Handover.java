package io.polygator.gsm.modem;

import io.polygator.gsm.transport.Loop;
import io.polygator.gsm.transport.Loop.Timer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives what came in to the listener and says, on the modem's loop, whether it is safe there. Modem loop only. */
final class Handover {
    private static final Logger LOG = LoggerFactory.getLogger(Handover.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String channel;
    private final Loop loop;
    private final ModemListener listener;

    Handover(String channel, Loop loop, ModemListener listener) {
        this.channel = channel;
        this.loop = loop;
        this.listener = listener;
    }

    /** Completes with true once the listener has it for good, with false when it has failed or takes too long. */
    CompletionStage<Boolean> offer(ReceivedTpdu received) {
        CompletableFuture<Boolean> taken = new CompletableFuture<>();
        Timer deadline = loop.schedule(PATIENCE, () -> taken.complete(false));
        stageOf(received)
                .whenComplete((done, failure) -> loop.execute(() -> {
                    deadline.cancel();
                    if (failure != null) {
                        // Only its class: what the failure says may quote the message.
                        LOG.warn(
                                "a received message could not be taken over ({}) and is offered again later (channel {})",
                                failure.getClass().getName(),
                                channel);
                    }
                    taken.complete(failure == null);
                }));
        return taken;
    }

    private CompletionStage<Void> stageOf(ReceivedTpdu received) {
        try {
            return listener.onReceived(received);
        } catch (RuntimeException fault) {
            return CompletableFuture.failedStage(fault);
        }
    }
}
