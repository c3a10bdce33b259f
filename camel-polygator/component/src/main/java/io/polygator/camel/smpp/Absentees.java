package io.polygator.camel.smpp;

import io.polygator.smpp.SmppServer;
import io.polygator.smpp.esme.BindStatus;
import io.polygator.smpp.esme.Delivery;
import io.polygator.smpp.esme.DeliveryFailedException;
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
final class Absentees implements AutoCloseable {
    private final SmppServer server;
    private final Duration patience;
    private final Map<String, List<Held>> byAccount = new ConcurrentHashMap<>();

    /** @param patience after which a delivery fails, so that it is not in memory for ever */
    Absentees(SmppServer server, Duration patience) {
        this.server = server;
        this.patience = patience;
    }

    private volatile boolean closed;

    private record Held(Delivery delivery, CompletableFuture<Void> answer) {}

    /** Completes when an ESME of the account has taken the delivery. */
    CompletionStage<Void> deliver(String account, Delivery delivery) {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        offer(account, new Held(delivery, answer));
        return answer;
    }

    /** An ESME of the account can be told things now. */
    void bound(String account) {
        List<Held> held = byAccount.remove(account);
        if (held != null) {
            List<Held> offered;
            synchronized (held) {
                offered = List.copyOf(held);
                held.clear();
            }
            offered.forEach(one -> offer(account, one));
        }
    }

    private void offer(String account, Held held) {
        if (!held.answer.isDone()) {
            server.deliver(account, held.delivery).whenComplete((done, failure) -> answer(account, held, failure));
        }
    }

    private void answer(String account, Held held, @Nullable Throwable failure) {
        if (failure == null) {
            held.answer.complete(null);
        } else if (failure instanceof DeliveryFailedException.NotBound) {
            hold(account, held, failure);
        } else {
            held.answer.completeExceptionally(failure);
        }
    }

    private void hold(String account, Held held, Throwable failure) {
        byAccount.compute(account, (name, known) -> {
            List<Held> list = known == null ? new ArrayList<>() : known;
            synchronized (list) {
                list.add(held);
            }
            return list;
        });
        CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> giveUp(account, held, failure));
        // it may have bound since it was found absent, or nobody can bind any more
        if (closed) {
            held.answer.completeExceptionally(failure);
        } else if (server.binds().stream().anyMatch(bind -> receives(bind, account))) {
            bound(account);
        }
    }

    /** Nobody binds any more: what is held fails, to be delivered after the next start. */
    @Override
    public void close() {
        closed = true;
        byAccount.keySet().forEach(this::bound);
    }

    private void giveUp(String account, Held held, Throwable failure) {
        List<Held> list = byAccount.get(account);
        if (list != null) {
            synchronized (list) {
                list.remove(held);
            }
        }
        held.answer.completeExceptionally(failure);
    }

    private static boolean receives(BindStatus bind, String account) {
        return bind.esme().account().equals(account) && bind.esme().bindType().receives();
    }
}
