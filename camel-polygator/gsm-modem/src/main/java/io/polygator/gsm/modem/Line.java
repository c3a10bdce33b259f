package io.polygator.gsm.modem;

import io.polygator.gsm.at.AtReply;
import io.polygator.gsm.at.AtReply.PayloadProgress;
import io.polygator.gsm.at.session.AtExchange;
import io.polygator.gsm.at.session.AtSession;
import io.polygator.gsm.transport.Loop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * One life of the module over one link: it ends with the link, but also when the module restarts or its SIM may have
 * been changed. Whoever works through a line that has ended hears {@link AtReply.Lost} at once, so that nothing begun
 * in one life acts in the next. Modem loop only.
 */
final class Line {
    private final AtSession session;
    private final Loop loop;
    private Instant lastActivity;
    private boolean alive = true;

    Line(AtSession session, Loop loop) {
        this.session = session;
        this.loop = loop;
        this.lastActivity = loop.instant();
    }

    CompletionStage<AtReply> run(AtExchange exchange) {
        if (!alive) {
            return CompletableFuture.completedStage(new AtReply.Lost(PayloadProgress.NOT_WRITTEN, List.of()));
        }
        lastActivity = loop.instant();
        return session.exchange(exchange).thenApply(reply -> {
            lastActivity = loop.instant();
            // The news that the link is gone comes after the answers to what ran on it.
            alive &= !(reply instanceof AtReply.Lost);
            return reply;
        });
    }

    /** Completes once the time has passed. */
    CompletionStage<Void> pause(Duration time) {
        CompletableFuture<Void> passed = new CompletableFuture<>();
        loop.schedule(time, () -> passed.complete(null));
        return passed;
    }

    boolean isAlive() {
        return alive;
    }

    boolean isIdle() {
        return alive && session.isIdle();
    }

    /** How long nobody has spoken. */
    Duration silence() {
        return Duration.between(lastActivity, loop.instant());
    }

    Loop loop() {
        return loop;
    }

    void end() {
        alive = false;
    }
}
