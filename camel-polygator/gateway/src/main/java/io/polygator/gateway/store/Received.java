package io.polygator.gateway.store;

/**
 * What a store did with a segment.
 *
 * @param repeated whether it was known: then nothing was changed
 */
public record Received(boolean repeated, Joined joined) {}
