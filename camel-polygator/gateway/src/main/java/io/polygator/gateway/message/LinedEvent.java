package io.polygator.gateway.message;

/**
 * An event in the line of its subscription.
 *
 * @param position its place, from 1 on: later events have greater ones, some are left out, none comes twice
 */
public record LinedEvent(long position, GatewayEvent event) {}
