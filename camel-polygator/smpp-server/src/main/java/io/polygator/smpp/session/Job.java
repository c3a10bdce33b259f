package io.polygator.smpp.session;

import io.polygator.smpp.esme.Delivery;
import io.polygator.smpp.esme.DeliveryFailedException;
import io.polygator.smpp.esme.EsmeAddress;
import java.util.concurrent.CompletableFuture;

/** One delivery on its way to an ESME. Completed once, by whoever has it in hand. */
final class Job {
    private final Delivery delivery;
    private final CompletableFuture<Void> outcome = new CompletableFuture<>();

    Job(Delivery delivery) {
        this.delivery = delivery;
    }

    /** Whose deliveries keep their order. */
    record Pair(EsmeAddress source, EsmeAddress destination) {}

    Delivery delivery() {
        return delivery;
    }

    Pair pair() {
        return new Pair(delivery.source(), delivery.destination());
    }

    CompletableFuture<Void> outcome() {
        return outcome;
    }

    void acknowledged() {
        boolean unused = outcome.complete(null);
    }

    void failed(DeliveryFailedException failure) {
        boolean unused = outcome.completeExceptionally(failure);
    }
}
