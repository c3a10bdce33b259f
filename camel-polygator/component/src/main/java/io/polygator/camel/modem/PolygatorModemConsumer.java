package io.polygator.camel.modem;

import io.polygator.camel.door.DoorConsumer;
import io.polygator.camel.door.DoorKeys;
import io.polygator.camel.door.RouteRunner;
import io.polygator.gsm.transport.LinkException;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.camel.Processor;
import org.apache.camel.health.HealthCheck;

/** Listens for clients and turns what they send into exchanges; the exchange's end is the answer. */
final class PolygatorModemConsumer extends DoorConsumer<VirtualModems> {
    private final PolygatorModemEndpoint endpoint;

    PolygatorModemConsumer(PolygatorModemEndpoint endpoint, Processor processor) {
        super(endpoint, endpoint.getComponent(), processor);
        this.endpoint = endpoint;
    }

    @Override
    protected VirtualModems open(RouteRunner route) throws LinkException {
        PolygatorModemComponent component = endpoint.getComponent();
        return VirtualModems.open(
                endpoint.ports(),
                endpoint.getConfiguration(),
                keys(endpoint.getConfiguration()),
                component.gateway(),
                component.gatekeeper(),
                route);
    }

    private Optional<SSLContext> keys(PolygatorModemConfiguration options) {
        return Optional.ofNullable(options.getSslContextParameters())
                .map(parameters -> DoorKeys.of(PolygatorModemComponent.SCHEME, parameters, endpoint.getCamelContext()));
    }

    @Override
    protected HealthCheck healthCheck(String id) {
        return new PolygatorModemHealthCheck(id, endpoint);
    }
}
