package io.polygator.gateway.mailbox;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * The storage of one virtual modem; as durable as the store. Thread-safe; no method blocks; stages complete on any
 * thread once the change is committed.
 */
public interface Mailbox {

    /**
     * Puts an item into the lowest free slot. An item of a known key is not put again, also when it was deleted: its key is
     * known for as long as an event may come again. Fails with {@link MailboxFullException}.
     */
    CompletionStage<Placement> put(MailboxItem item);

    /** What the slots hold, lowest first. */
    CompletionStage<List<MailboxSlot>> list();

    /** What the slot holds, as it was before it is marked as read by this; empty when it is free. */
    CompletionStage<Optional<MailboxSlot>> read(int slot);

    /** Frees slots; free ones stay so. */
    CompletionStage<Void> delete(Set<Integer> slots);
}
