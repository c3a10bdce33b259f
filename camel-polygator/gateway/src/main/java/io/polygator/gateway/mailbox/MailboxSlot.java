package io.polygator.gateway.mailbox;

/**
 * A slot that holds something.
 *
 * @param slot its number, from 1
 * @param read whether the client has read it
 */
public record MailboxSlot(int slot, MailboxItem item, boolean read) {}
