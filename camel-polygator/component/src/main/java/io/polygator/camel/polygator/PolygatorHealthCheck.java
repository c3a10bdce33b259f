package io.polygator.camel.polygator;

import io.polygator.gateway.message.ChannelStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Ready while at least one of an endpoint's channels is registered with its network. */
final class PolygatorHealthCheck extends AbstractHealthCheck {

    private final PolygatorEndpoint endpoint;

    PolygatorHealthCheck(String id, PolygatorEndpoint endpoint) {
        super("camel", id);
        this.endpoint = endpoint;
    }

    /** A restart brings no network: readiness only. */
    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        List<ChannelStatus> channels = endpoint.openGateway().channels(endpoint.choice());
        long registered = channels.stream()
                .filter(channel -> channel.state() == ChannelStatus.State.REGISTERED)
                .count();
        channels.forEach(channel -> builder.detail("channel." + channel.name(), describe(channel)));
        if (registered > 0) {
            builder.up();
        } else {
            builder.message("no channel of polygator:" + endpoint.getChannels() + " is registered with its network");
            builder.down();
        }
    }

    private static String describe(ChannelStatus channel) {
        String state = channel.state().name().toLowerCase(Locale.ROOT);
        return channel.detail().isEmpty() ? state : state + ": " + channel.detail();
    }
}
