package io.polygator.camel.modem;

import java.util.Map;
import java.util.Optional;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Ready while the modems listen; tells how many clients each has, and for how many events one had no room. */
final class PolygatorModemHealthCheck extends AbstractHealthCheck {
    private final PolygatorModemEndpoint endpoint;

    PolygatorModemHealthCheck(String id, PolygatorModemEndpoint endpoint) {
        super("camel", id);
        this.endpoint = endpoint;
    }

    /** A restart opens no port that another program has: readiness only. */
    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        Optional<VirtualModems> modems = endpoint.getComponent().server(endpoint.getServiceUrl());
        if (modems.isEmpty()) {
            builder.message("no virtual modems listen on " + endpoint.getServiceUrl())
                    .down();
            return;
        }
        modems.get().clients().forEach((modem, clients) -> builder.detail(modem + ".clients", clients));
        modems.get().withoutRoom().forEach((modem, events) -> builder.detail(modem + ".withoutRoom", events));
        builder.up();
    }
}
