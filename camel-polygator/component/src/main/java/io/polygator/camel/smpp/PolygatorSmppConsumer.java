package io.polygator.camel.smpp;

import io.polygator.camel.door.DoorConsumer;
import io.polygator.camel.door.RouteRunner;
import java.io.IOException;
import org.apache.camel.Processor;
import org.apache.camel.health.HealthCheck;

/** Listens for ESMEs and turns what they ask into exchanges; the exchange's end is the answer. */
final class PolygatorSmppConsumer extends DoorConsumer<OpenServer> {
    private final PolygatorSmppEndpoint endpoint;

    PolygatorSmppConsumer(PolygatorSmppEndpoint endpoint, Processor processor) {
        super(endpoint, endpoint.getComponent(), processor);
        this.endpoint = endpoint;
    }

    @Override
    protected OpenServer open(RouteRunner route) throws IOException {
        return OpenServer.start(
                ServerSettings.of(
                        endpoint.getHost(),
                        endpoint.getPort(),
                        endpoint.getConfiguration(),
                        endpoint.getCamelContext()),
                endpoint.getComponent().gatekeeper(),
                new RequestDesk(route));
    }

    @Override
    protected HealthCheck healthCheck(String id) {
        return new PolygatorSmppHealthCheck(id, endpoint);
    }
}
