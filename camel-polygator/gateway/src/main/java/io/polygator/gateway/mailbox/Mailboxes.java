package io.polygator.gateway.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** The mailboxes of a store, each by its name; see {@link Mailbox} for the meanings. Thread-safe. */
public interface Mailboxes {
    CompletionStage<Placement> put(String mailbox, int capacity, MailboxItem item);

    CompletionStage<List<MailboxSlot>> list(String mailbox);

    CompletionStage<Optional<MailboxSlot>> read(String mailbox, int slot);

    /** @param now from when on their keys get old */
    CompletionStage<Void> delete(String mailbox, Set<Integer> slots, Instant now);
}
