package io.polygator.camel.smpp;

import io.polygator.gateway.EventRefusedException;
import io.polygator.smpp.esme.CommandStatus;
import io.polygator.smpp.esme.Delivery;
import io.polygator.smpp.esme.DeliveryFailedException.Postponed;
import io.polygator.smpp.esme.DeliveryFailedException.Refused;
import io.polygator.smpp.esme.DeliveryFailedException.Rejected;
import io.polygator.smpp.esme.EsmeAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What follows from the answer of an ESME that does not take a delivery (SMPP 3.4 §5.1.3). RX_R_APPN ends the delivery;
 * RX_P_APPN ends it too, and others to the same destination rest for a while; a status that says neither "later" nor
 * "never" ends it when it has come several times. What ends fails with {@link EventRefusedException}, everything else as
 * it came. Thread-safe.
 */
final class RefusedDeliveries implements Outlet {
    static final int MOST_TRIES = 5;
    static final Duration REST = Duration.ofMinutes(1);
    /** Of a refusal that had to be forgotten, counting begins anew. */
    private static final int REMEMBERED = 1000;

    private final Outlet outlet;
    private final InstantSource clock;
    private final Map<Offer, Integer> refusals = remembering();
    private final Map<Destination, Instant> resting = remembering();

    RefusedDeliveries(Outlet outlet, InstantSource clock) {
        this.outlet = outlet;
        this.clock = clock;
    }

    /** One delivery; the same event makes the same one whenever it comes. */
    private record Offer(String account, Delivery delivery) {
        Destination destination() {
            return new Destination(account, delivery.destination());
        }
    }

    private record Destination(String account, EsmeAddress address) {}

    private static <K, V> Map<K, V> remembering() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    @Override
    public CompletionStage<Void> deliver(String account, Delivery delivery) {
        Offer offer = new Offer(account, delivery);
        if (rests(offer.destination())) {
            return CompletableFuture.failedStage(new Postponed(CommandStatus.RX_P_APPN));
        }
        CompletableFuture<Void> answer = new CompletableFuture<>();
        outlet.deliver(account, delivery).whenComplete((done, failure) -> {
            if (failure == null) {
                forget(offer);
                answer.complete(null);
            } else {
                answer.completeExceptionally(verdict(offer, failure));
            }
        });
        return answer;
    }

    private synchronized boolean rests(Destination destination) {
        Instant until = resting.get(destination);
        if (until == null || clock.instant().isBefore(until)) {
            return until != null;
        }
        resting.remove(destination);
        return false;
    }

    private synchronized void forget(Offer offer) {
        refusals.remove(offer);
    }

    private synchronized Throwable verdict(Offer offer, Throwable failure) {
        if (failure instanceof Rejected rejected) {
            refusals.remove(offer);
            if (rejected.status().equals(CommandStatus.RX_P_APPN)) {
                resting.put(offer.destination(), clock.instant().plus(REST));
            }
            return new EventRefusedException(String.valueOf(failure.getMessage()));
        }
        if (failure instanceof Refused refused && refusals.merge(offer, 1, Integer::sum) == MOST_TRIES) {
            refusals.remove(offer);
            return new EventRefusedException("the ESME answered " + refused.status() + " for the " + MOST_TRIES
                    + ". time: do not offer the delivery again");
        }
        return failure;
    }
}
