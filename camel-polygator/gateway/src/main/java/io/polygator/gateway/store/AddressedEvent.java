package io.polygator.gateway.store;

import io.polygator.gateway.message.GatewayEvent;
import java.util.Set;

/**
 * An event and who shall hear it.
 *
 * @param source events of one source reach a subscription one after the other
 * @param subscriptions the durable subscriptions it goes to, by name
 */
public record AddressedEvent(GatewayEvent event, String source, Set<String> subscriptions) {
    public AddressedEvent {
        subscriptions = Set.copyOf(subscriptions);
    }
}
