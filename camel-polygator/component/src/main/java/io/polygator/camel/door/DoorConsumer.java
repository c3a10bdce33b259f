package io.polygator.camel.door;

import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.Processor;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckAware;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.LoggingExceptionHandler;
import org.jspecify.annotations.Nullable;

/**
 * Listens for clients and turns what they ask into exchanges; the exchange's end is the answer.
 *
 * @param <S> the server
 */
public abstract class DoorConsumer<S extends OpenDoor> extends DefaultConsumer implements HealthCheckAware {

    private final DoorComponent<S> component;
    private final String address;
    private @Nullable S server;

    /** For an endpoint of the component; its service URL is the address under which producers find the server. */
    protected <E extends DefaultEndpoint & EndpointServiceLocation> DoorConsumer(
            E endpoint, DoorComponent<S> component, Processor processor) {
        super(endpoint, processor);
        this.component = component;
        this.address = endpoint.getServiceUrl();
        // the client is told of each failure; the server logs those that nobody expected
        setExceptionHandler(new LoggingExceptionHandler(endpoint.getCamelContext(), getClass(), LoggingLevel.DEBUG));
    }

    /** Begins to listen; what clients ask goes through the route. */
    protected abstract S open(RouteRunner route) throws Exception;

    /** Whether the server listens, under that name. */
    protected abstract HealthCheck healthCheck(String id);

    @Override
    protected void doBuild() throws Exception {
        super.doBuild();
        if (getHealthCheck() == null) {
            setHealthCheck(healthCheck("consumer:" + getRouteId()));
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        if (getHealthCheck() != null) {
            getHealthCheck().setEnabled(component.isHealthCheckConsumerEnabled());
        }
        S opened = open(new RouteRunner(getAsyncProcessor(), new Exchanges(), component.executor()));
        server = opened;
        component.opened(address, opened);
    }

    @Override
    protected void doStop() throws Exception {
        if (server != null) {
            component.closed(address, server);
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
