package io.polygator.gateway.mailbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** The mailboxes of a store, each by its name; see {@link Mailbox} for the meanings. Thread-safe. */
public interface Mailboxes {
    /** How long the key of a deleted item is known. */
    Duration KEYS_KNOWN = Duration.ofDays(1);

    CompletionStage<Placement> put(String mailbox, int capacity, MailboxItem item, Instant now);

    CompletionStage<List<MailboxSlot>> list(String mailbox);

    CompletionStage<Optional<MailboxSlot>> read(String mailbox, int slot);

    CompletionStage<Void> delete(String mailbox, Set<Integer> slots, Instant now);
}
