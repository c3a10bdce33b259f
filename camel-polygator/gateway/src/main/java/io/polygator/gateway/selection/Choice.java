package io.polygator.gateway.selection;

/**
 * The channel that sends, and why.
 *
 * @param reason in words, for people
 */
public record Choice(String channel, String reason) {}
