package io.polygator.camel.smpp;

import io.polygator.camel.exchange.RouteRunner;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.Processor;
import org.apache.camel.health.HealthCheckAware;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.LoggingExceptionHandler;
import org.jspecify.annotations.Nullable;

/** Listens for ESMEs and turns what they ask into exchanges; the exchange's end is the answer. */
final class PolygatorSmppConsumer extends DefaultConsumer implements HealthCheckAware {

    private final PolygatorSmppEndpoint endpoint;
    private @Nullable OpenServer server;

    PolygatorSmppConsumer(PolygatorSmppEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        // the ESME is told of each failure by its status; the server logs those that nobody expected
        setExceptionHandler(new LoggingExceptionHandler(endpoint.getCamelContext(), getClass(), LoggingLevel.DEBUG));
    }

    @Override
    protected void doBuild() throws Exception {
        super.doBuild();
        if (getHealthCheck() == null) {
            setHealthCheck(new PolygatorSmppHealthCheck("consumer:" + getRouteId(), endpoint));
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        if (getHealthCheck() != null) {
            getHealthCheck().setEnabled(endpoint.getComponent().isHealthCheckConsumerEnabled());
        }
        RouteRunner route = new RouteRunner(
                getAsyncProcessor(), new Exchanges(), endpoint.getComponent().executor());
        OpenServer started = OpenServer.start(
                ServerSettings.of(
                        endpoint.getHost(),
                        endpoint.getPort(),
                        endpoint.getConfiguration(),
                        endpoint.getCamelContext()),
                endpoint.getComponent().gatekeeper(),
                new RequestDesk(route));
        server = started;
        endpoint.getComponent().opened(endpoint.getServiceUrl(), started);
    }

    @Override
    protected void doStop() throws Exception {
        if (server != null) {
            endpoint.getComponent().closed(endpoint.getServiceUrl(), server);
            server.close();
            server = null;
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
