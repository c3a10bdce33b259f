package io.polygator.gateway.store;

import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.EventFilter;
import java.util.Set;

/**
 * A durable subscription: events are kept for it also while nobody listens.
 *
 * @param kinds the names of the kinds of events it wants
 * @param filter which events of these kinds
 */
public record StoredSubscription(String name, Set<String> kinds, ChannelChoice channels, EventFilter filter) {
    public StoredSubscription {
        kinds = Set.copyOf(kinds);
    }

    /** One that wants all events of these kinds from these channels. */
    public StoredSubscription(String name, Set<String> kinds, ChannelChoice channels) {
        this(name, kinds, channels, EventFilter.everything());
    }
}
