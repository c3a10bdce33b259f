package io.polygator.gateway;

import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.EventFilter;
import java.util.Optional;
import java.util.Set;

/**
 * Who wants to hear what.
 *
 * @param name a name makes it durable: with a durable store every event reaches it at least once, also after a restart
 * @param kinds which events
 * @param channels from which channels
 * @param filter which of them
 */
public record SubscriptionRequest(Optional<String> name, Set<Kind> kinds, ChannelChoice channels, EventFilter filter) {
    public SubscriptionRequest {
        kinds = Set.copyOf(kinds);
    }

    /** All events of these kinds from these channels. */
    public SubscriptionRequest(Optional<String> name, Set<Kind> kinds, ChannelChoice channels) {
        this(name, kinds, channels, EventFilter.everything());
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
