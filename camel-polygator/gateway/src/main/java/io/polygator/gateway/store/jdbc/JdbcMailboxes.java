package io.polygator.gateway.store.jdbc;

import io.polygator.gateway.mailbox.MailboxFullException;
import io.polygator.gateway.mailbox.MailboxItem;
import io.polygator.gateway.mailbox.MailboxSlot;
import io.polygator.gateway.mailbox.Mailboxes;
import io.polygator.gateway.mailbox.Placement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The mailboxes of a {@link JdbcMessageStore}. */
final class JdbcMailboxes implements Mailboxes {
    private final Writer writer;
    private final Readers readers;
    private final Dialect dialect;

    JdbcMailboxes(Writer writer, Readers readers, Dialect dialect) {
        this.writer = writer;
        this.readers = readers;
        this.dialect = dialect;
    }

    @Override
    public CompletionStage<Placement> put(String mailbox, int capacity, MailboxItem item) {
        return writer.submit(session -> {
                    dialect.lock(session, "mailbox " + mailbox);
                    return MailboxTable.put(session, mailbox, capacity, item);
                })
                .thenCompose(place -> place.<CompletionStage<Placement>>map(CompletableFuture::completedStage)
                        .orElseGet(() -> CompletableFuture.failedStage(new MailboxFullException(mailbox, capacity))));
    }

    @Override
    public CompletionStage<List<MailboxSlot>> list(String mailbox) {
        return readers.submit(session -> MailboxTable.list(session, mailbox));
    }

    @Override
    public CompletionStage<Optional<MailboxSlot>> read(String mailbox, int slot) {
        return writer.submit(session -> MailboxTable.read(session, mailbox, slot));
    }

    @Override
    public CompletionStage<Void> delete(String mailbox, Set<Integer> slots, Instant now) {
        return writer.change(session -> MailboxTable.delete(session, mailbox, slots, now));
    }
}
