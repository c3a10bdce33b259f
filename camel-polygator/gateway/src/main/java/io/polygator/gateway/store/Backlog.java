package io.polygator.gateway.store;

import io.polygator.gateway.message.ChannelChoice;

/**
 * What waits for the same channels.
 *
 * @param channels those that may take it
 * @param messages how many may be sent now
 */
public record Backlog(ChannelChoice channels, long messages) {}
