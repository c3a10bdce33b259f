package io.polygator.gateway.mailbox;

/** Every slot of a mailbox is taken. */
public final class MailboxFullException extends Exception {
    private static final long serialVersionUID = 1L;

    public MailboxFullException(String mailbox, int capacity) {
        super(
                "all " + capacity + " slots of mailbox " + mailbox + " are taken; delete what was read",
                null,
                false,
                false);
    }
}
