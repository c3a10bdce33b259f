package io.polygator.camel.modem;

import io.polygator.camel.door.DoorProducer;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Message;

/**
 * Puts what an event says into the storages of the modems that it concerns, or lets them ring. The exchange ends when it
 * is durable in all of them; when one has no room, it fails so that the event becomes a dead letter.
 */
final class PolygatorModemProducer extends DoorProducer {
    private final PolygatorModemEndpoint endpoint;

    PolygatorModemProducer(PolygatorModemEndpoint endpoint) {
        super(endpoint, endpoint.getComponent());
        this.endpoint = endpoint;
    }

    @Override
    protected CompletionStage<Void> tell(Message event) {
        String address = endpoint.getServiceUrl();
        return endpoint.getComponent()
                .server(address)
                .orElseThrow(() -> new IllegalStateException("no modems listen on " + address
                        + ": start a route from polygator-modem:" + address + " in the same application"))
                .put(event);
    }
}
