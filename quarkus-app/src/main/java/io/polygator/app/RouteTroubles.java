package io.polygator.app;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.FailedToStartRouteException;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.RouteRestartingFailureEvent;
import org.apache.camel.spi.CamelEvent.RouteStartedEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the operator of routes that do not start, once for each reason, and when they do. Camel tries them every second
 * for ever, so that a port that becomes free or a file that is mended needs no restart, and says so at levels that the log
 * of an operator leaves out.
 */
final class RouteTroubles extends EventNotifierSupport {
    private static final Logger LOG = LoggerFactory.getLogger(RouteTroubles.class);

    private final Map<String, String> reasons = new ConcurrentHashMap<>();

    RouteTroubles() {
        setIgnoreCamelContextEvents(true);
        setIgnoreCamelContextInitEvents(true);
        setIgnoreExchangeEvents(true);
        setIgnoreServiceEvents(true);
        setIgnoreStepEvents(true);
    }

    @Override
    public boolean isEnabled(CamelEvent event) {
        return event instanceof RouteRestartingFailureEvent || event instanceof RouteStartedEvent;
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof RouteRestartingFailureEvent failure) {
            failed(failure.getRoute().getRouteId(), reason(failure.getCause()));
        } else if (event instanceof RouteStartedEvent start) {
            started(start.getRoute().getRouteId());
        }
    }

    private void failed(String route, String reason) {
        if (!reason.equals(reasons.put(route, reason))) {
            LOG.error("Route {} does not start and is tried again every second: {}", route, reason);
        }
    }

    private void started(String route) {
        if (reasons.remove(route) != null) {
            LOG.info("Route {} has started", route);
        }
    }

    /** In words, without the exception that says only which route it was. */
    private static String reason(Throwable failure) {
        if (failure instanceof FailedToStartRouteException && failure.getCause() != null) {
            return reason(failure.getCause());
        }
        String words = failure.getMessage();
        return words == null ? failure.toString() : words;
    }
}
