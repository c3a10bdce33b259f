package io.polygator.camel.smpp;

import io.polygator.smpp.esme.Delivery;
import io.polygator.smpp.esme.DeliveryFailedException.NotBound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Delivers to accounts, and holds what an account cannot get since it is not bound until it binds, for a while. Whoever
 * hands it more waits for its answer meanwhile: that is what bounds it. Thread-safe.
 */
final class Absentees implements Outlet, AutoCloseable {
    private final Outlet server;
    private final Duration patience;
    private final Map<String, Absentee> absentees = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** @param patience after which a delivery fails, so that it is not in memory for ever */
    Absentees(Outlet server, Duration patience) {
        this.server = server;
        this.patience = patience;
    }

    /** What waits for one account, and how often the account has bound. To be used under its lock. */
    private static final class Absentee {
        private final List<Held> held = new ArrayList<>();
        private int arrivals;

        private List<Held> release() {
            List<Held> released = List.copyOf(held);
            held.clear();
            return released;
        }
    }

    /** @param until when it fails if it is held then, by {@link System#nanoTime} */
    private record Held(Delivery delivery, CompletableFuture<Void> answer, long until) {}

    @Override
    public CompletionStage<Void> deliver(String account, Delivery delivery) {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        offer(account, new Held(delivery, answer, System.nanoTime() + patience.toNanos()));
        return answer;
    }

    /** An ESME of the account can be told things now. */
    void bound(String account) {
        Absentee absentee = absentee(account);
        List<Held> offered;
        synchronized (absentee) {
            absentee.arrivals++;
            offered = absentee.release();
        }
        offered.forEach(one -> offer(account, one));
    }

    private Absentee absentee(String account) {
        return absentees.computeIfAbsent(account, unknown -> new Absentee());
    }

    private void offer(String account, Held held) {
        Absentee absentee = absentee(account);
        int arrivals;
        synchronized (absentee) {
            arrivals = absentee.arrivals;
        }
        server.deliver(account, held.delivery)
                .whenComplete((done, failure) -> answer(account, held, arrivals, failure));
    }

    private void answer(String account, Held held, int arrivals, @Nullable Throwable failure) {
        if (failure == null) {
            held.answer.complete(null);
        } else if (failure instanceof NotBound) {
            hold(account, held, arrivals, failure);
        } else {
            held.answer.completeExceptionally(failure);
        }
    }

    /**
     * Holds what nobody could take, unless the account has bound since it was offered. That a bind is there is not enough:
     * one that is being unbound takes nothing more.
     */
    private void hold(String account, Held held, int arrivals, Throwable failure) {
        Absentee absentee = absentee(account);
        boolean arrived;
        boolean kept;
        synchronized (absentee) {
            arrived = absentee.arrivals != arrivals;
            kept = !arrived && !closed && absentee.held.add(held);
        }
        if (kept) {
            long rest = held.until - System.nanoTime();
            CompletableFuture.delayedExecutor(rest, TimeUnit.NANOSECONDS)
                    .execute(() -> giveUp(absentee, held, failure));
        } else if (arrived && !closed) {
            offer(account, held);
        } else {
            held.answer.completeExceptionally(failure);
        }
    }

    /** What is on its way to an ESME just now is not given up: it would come twice. */
    private static void giveUp(Absentee absentee, Held held, Throwable failure) {
        boolean wasHeld;
        synchronized (absentee) {
            wasHeld = absentee.held.remove(held);
        }
        if (wasHeld) {
            held.answer.completeExceptionally(failure);
        }
    }

    /** Nobody binds any more: what is held fails, to be delivered after the next start. */
    @Override
    public void close() {
        closed = true;
        absentees.forEach((account, absentee) -> {
            List<Held> abandoned;
            synchronized (absentee) {
                abandoned = absentee.release();
            }
            abandoned.forEach(one -> one.answer.completeExceptionally(new NotBound(account)));
        });
    }
}
