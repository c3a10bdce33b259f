package io.polygator.camel.modem;

import io.polygator.camel.exchange.RouteRunner;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.Processor;
import org.apache.camel.health.HealthCheckAware;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.LoggingExceptionHandler;
import org.jspecify.annotations.Nullable;

/** Listens for clients and turns what they send into exchanges; the exchange's end is the answer. */
final class PolygatorModemConsumer extends DefaultConsumer implements HealthCheckAware {

    private final PolygatorModemEndpoint endpoint;
    private @Nullable VirtualModems modems;

    PolygatorModemConsumer(PolygatorModemEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        // the client is told of each failure by its error
        setExceptionHandler(new LoggingExceptionHandler(endpoint.getCamelContext(), getClass(), LoggingLevel.DEBUG));
    }

    @Override
    protected void doBuild() throws Exception {
        super.doBuild();
        if (getHealthCheck() == null) {
            setHealthCheck(new PolygatorModemHealthCheck("consumer:" + getRouteId(), endpoint));
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        PolygatorModemComponent component = endpoint.getComponent();
        if (getHealthCheck() != null) {
            getHealthCheck().setEnabled(component.isHealthCheckConsumerEnabled());
        }
        RouteRunner route = new RouteRunner(getAsyncProcessor(), new Exchanges(), component.executor());
        VirtualModems opened = VirtualModems.open(
                endpoint.ports(), endpoint.getConfiguration(), component.gateway(), component.gatekeeper(), route);
        modems = opened;
        component.opened(endpoint.getServiceUrl(), opened);
    }

    @Override
    protected void doStop() throws Exception {
        if (modems != null) {
            endpoint.getComponent().closed(endpoint.getServiceUrl(), modems);
            modems.close();
            modems = null;
        }
        super.doStop();
    }

    private final class Exchanges implements RouteRunner.Exchanges {
        @Override
        public Exchange create() {
            return createExchange(false);
        }

        @Override
        public void release(Exchange exchange) {
            releaseExchange(exchange, false);
        }
    }
}
