package io.polygator.gateway.store;

import io.polygator.gateway.message.ChannelChoice;
import java.util.Set;

/**
 * A durable subscription: events are kept for it also while nobody listens.
 *
 * @param kinds the names of the kinds of events it wants
 */
public record StoredSubscription(String name, Set<String> kinds, ChannelChoice channels) {
    public StoredSubscription {
        kinds = Set.copyOf(kinds);
    }
}
