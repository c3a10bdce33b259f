package io.polygator.gateway;

import io.polygator.gateway.mailbox.Mailbox;
import io.polygator.gateway.mailbox.MailboxItem;
import io.polygator.gateway.mailbox.MailboxSlot;
import io.polygator.gateway.mailbox.Mailboxes;
import io.polygator.gateway.mailbox.Placement;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** One mailbox of a store. */
record StoredMailbox(Mailboxes mailboxes, String name, int capacity, InstantSource clock) implements Mailbox {
    private static final int LONGEST_NAME = 64;
    private static final int LARGEST = 20_000;

    StoredMailbox {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "the name of a mailbox must be 1.." + LONGEST_NAME + " characters, was " + name.length());
        }
        if (capacity < 1 || capacity > LARGEST) {
            throw new IllegalArgumentException("a mailbox has 1.." + LARGEST + " slots, not " + capacity);
        }
    }

    @Override
    public CompletionStage<Placement> put(MailboxItem item) {
        return mailboxes.put(name, capacity, item);
    }

    @Override
    public CompletionStage<List<MailboxSlot>> list() {
        return mailboxes.list(name);
    }

    @Override
    public CompletionStage<Optional<MailboxSlot>> read(int slot) {
        return mailboxes.read(name, slot);
    }

    @Override
    public CompletionStage<Void> delete(Set<Integer> slots) {
        return mailboxes.delete(name, slots, clock.instant());
    }
}
