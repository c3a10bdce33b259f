package io.polygator.camel.smpp;

import io.polygator.camel.door.DoorProducer;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.smpp.esme.Delivery;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Message;

/**
 * Tells the ESMEs of an account what an event says. The exchange ends when one has taken it; it fails when none could,
 * so that whoever sent it offers it again, or gives it up.
 */
final class PolygatorSmppProducer extends DoorProducer {
    private final PolygatorSmppEndpoint endpoint;

    PolygatorSmppProducer(PolygatorSmppEndpoint endpoint) {
        super(endpoint, endpoint.getComponent());
        this.endpoint = endpoint;
    }

    @Override
    protected CompletionStage<Void> tell(Message message) {
        String account = message.getHeader(PolygatorConstants.ACCOUNT, String.class);
        if (account == null) {
            throw new IllegalArgumentException("header " + PolygatorConstants.ACCOUNT
                    + " is missing: it names the account whose ESMEs are told; option door=SMPP of polygator: sets it");
        }
        Optional<Delivery> delivery = Deliveries.of(message);
        return delivery.isEmpty() ? CompletableFuture.completedStage(null) : server().deliver(account, delivery.get());
    }

    private OpenServer server() {
        String address = endpoint.getServiceUrl();
        return endpoint.getComponent()
                .server(address)
                .orElseThrow(() -> new IllegalStateException("no server listens on " + address
                        + ": start a route from polygator-smpp:" + address + " in the same application"));
    }
}
