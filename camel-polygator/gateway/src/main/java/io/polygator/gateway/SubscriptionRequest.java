package io.polygator.gateway;

import io.polygator.gateway.message.ChannelChoice;
import java.util.Optional;
import java.util.Set;

/**
 * Who wants to hear what.
 *
 * @param name a name makes it durable: with a durable store every event reaches it at least once, also after a restart
 * @param kinds which events
 * @param channels from which channels
 */
public record SubscriptionRequest(Optional<String> name, Set<Kind> kinds, ChannelChoice channels) {
    public SubscriptionRequest {
        kinds = Set.copyOf(kinds);
    }

    /** The kinds of {@link io.polygator.gateway.message.GatewayEvent}. */
    public enum Kind {
        INBOUND,
        REPORT,
        CALL,
        USSD,
        CHANNEL,
        UNREADABLE
    }
}
