package io.polygator.gateway.store;

import io.polygator.gateway.message.GatewayEvent;

/**
 * An event that a subscription has not handled yet.
 *
 * @param number orders the events of a store
 * @param failures how often handling it failed
 */
public record PendingEvent(long number, String source, GatewayEvent event, int failures) {}
