package io.polygator.gateway.mailbox;

/**
 * Where an item lies, or lay before it was deleted.
 *
 * @param slot its number, from 1
 * @param repeated whether an item of the same key had been put before, so that nothing was put now
 */
public record Placement(int slot, boolean repeated) {}
