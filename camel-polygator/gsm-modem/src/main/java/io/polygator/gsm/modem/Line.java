package io.polygator.gsm.modem;

import io.polygator.gsm.at.AtReply;
import io.polygator.gsm.at.AtReply.PayloadProgress;
import io.polygator.gsm.at.session.AtExchange;
import io.polygator.gsm.at.session.AtSession;
import io.polygator.gsm.transport.Loop;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * One life of the module over one link: it ends with the link, but also when the module restarts or its SIM may have
 * been changed. Whoever works through a line that has ended hears {@link AtReply.Lost} at once, and what waits is not
 * handed to the session before its turn, so that nothing begun in one life acts in the next: a slot number, for
 * instance, may then mean another message of another SIM. Modem loop only.
 */
final class Line {
    private static final int MOST_WAITING = 256;

    private final AtSession session;
    private final Loop loop;
    private final Queue<Waiting> waiting = new PriorityQueue<>(
            Comparator.comparing((Waiting one) -> one.exchange.urgency()).thenComparingLong(Waiting::order));
    private long order;
    private boolean running;
    private boolean alive = true;
    private Instant lastActivity;

    private record Waiting(AtExchange exchange, long order, CompletableFuture<AtReply> reply) {}

    Line(AtSession session, Loop loop) {
        this.session = session;
        this.loop = loop;
        this.lastActivity = loop.instant();
    }

    /** Runs the exchange when its turn comes: by urgency, then in the order of asking. */
    CompletionStage<AtReply> run(AtExchange exchange) {
        if (!alive || waiting.size() >= MOST_WAITING) {
            return CompletableFuture.completedStage(lost());
        }
        CompletableFuture<AtReply> reply = new CompletableFuture<>();
        waiting.add(new Waiting(exchange, order++, reply));
        startNext();
        return reply;
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
        return alive && !running && session.isIdle();
    }

    /** How long nobody has spoken. */
    Duration silence() {
        return Duration.between(lastActivity, loop.instant());
    }

    Loop loop() {
        return loop;
    }

    /** Nothing more is run; what runs is still answered. */
    void end() {
        alive = false;
        for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
            next.reply.complete(lost());
        }
    }

    private void startNext() {
        Waiting next = running ? null : waiting.poll();
        if (next != null) {
            running = true;
            lastActivity = loop.instant();
            session.exchange(next.exchange).thenAccept(reply -> finish(next, reply));
        }
    }

    private void finish(Waiting finished, AtReply reply) {
        running = false;
        lastActivity = loop.instant();
        if (reply instanceof AtReply.Lost) {
            // The news that the link is gone comes after the answer to what ran on it.
            end();
        }
        finished.reply.complete(reply);
        startNext();
    }

    private static AtReply lost() {
        return new AtReply.Lost(PayloadProgress.NOT_WRITTEN, List.of());
    }
}
