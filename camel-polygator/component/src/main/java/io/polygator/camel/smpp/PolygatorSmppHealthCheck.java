package io.polygator.camel.smpp;

import io.polygator.smpp.esme.BindStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Ready while the server listens; tells who is bound. */
final class PolygatorSmppHealthCheck extends AbstractHealthCheck {
    private final PolygatorSmppEndpoint endpoint;

    PolygatorSmppHealthCheck(String id, PolygatorSmppEndpoint endpoint) {
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
        Optional<OpenServer> server = endpoint.getComponent().server(endpoint.getServiceUrl());
        if (server.isEmpty()) {
            builder.message("no SMPP server listens on " + endpoint.getServiceUrl())
                    .down();
            return;
        }
        List<BindStatus> binds = server.get().binds();
        builder.detail("binds", binds.size());
        binds.forEach(bind -> builder.detail(
                "bind." + bind.esme().session(),
                bind.esme().account() + " " + bind.esme().bindType() + " "
                        + bind.esme().version()));
        builder.up();
    }
}
