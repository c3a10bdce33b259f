package io.polygator.camel.polygator;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which consumer works for which named subscription: two that share a name would take each other's events. Thread-safe. */
final class SubscriptionNames {
    private final Map<String, PolygatorConsumer> owners = new ConcurrentHashMap<>();

    /**
     * Gives the name to the consumer.
     *
     * @throws IllegalArgumentException if another consumer has it
     */
    void claim(String name, PolygatorConsumer consumer) {
        PolygatorConsumer owner = owners.putIfAbsent(name, consumer);
        if (owner != null && owner != consumer) {
            throw new IllegalArgumentException("option subscription=" + name + " of route " + consumer.getRouteId()
                    + ": route " + owner.getRouteId() + " has this name already; give each consumer a name of its own");
        }
    }

    /** Takes the name back, if the consumer has it. */
    void release(String name, PolygatorConsumer consumer) {
        owners.remove(name, consumer);
    }
}
