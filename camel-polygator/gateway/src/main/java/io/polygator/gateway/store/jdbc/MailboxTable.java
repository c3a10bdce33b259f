package io.polygator.gateway.store.jdbc;

import io.polygator.gateway.mailbox.MailboxItem;
import io.polygator.gateway.mailbox.MailboxItem.Kind;
import io.polygator.gateway.mailbox.MailboxSlot;
import io.polygator.gateway.mailbox.Placement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table {@code mailbox_item}. A deleted item leaves its key and slot behind for a while. */
final class MailboxTable {
    private MailboxTable() {}

    /** Where the item is; empty when all slots are taken. */
    static Optional<Placement> put(Session session, String mailbox, int capacity, MailboxItem item)
            throws SQLException {
        Optional<Integer> known = session.first(
                row -> row.integer("slot"),
                "SELECT slot FROM mailbox_item WHERE mailbox = ? AND item_key = ?",
                mailbox,
                item.key());
        if (known.isPresent()) {
            return known.map(slot -> new Placement(slot, true));
        }
        Optional<Integer> free = lowestFree(session, mailbox, capacity);
        if (free.isPresent()) {
            session.change(
                    "INSERT INTO mailbox_item (mailbox, item_key, slot, kind, pdu, at, was_read)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    mailbox,
                    item.key(),
                    free.get(),
                    item.kind(),
                    item.pdu(),
                    item.at(),
                    false);
        }
        return free.map(slot -> new Placement(slot, false));
    }

    static List<MailboxSlot> list(Session session, String mailbox) throws SQLException {
        return session.list(
                MailboxTable::slot,
                "SELECT * FROM mailbox_item WHERE mailbox = ? AND deleted_at IS NULL ORDER BY slot",
                mailbox);
    }

    /** What the slot held before it is marked as read by this. */
    static Optional<MailboxSlot> read(Session session, String mailbox, int slot) throws SQLException {
        Optional<MailboxSlot> held = session.first(
                MailboxTable::slot,
                "SELECT * FROM mailbox_item WHERE mailbox = ? AND slot = ? AND deleted_at IS NULL",
                mailbox,
                slot);
        if (held.filter(found -> !found.read()).isPresent()) {
            session.change(
                    "UPDATE mailbox_item SET was_read = 1 WHERE mailbox = ? AND slot = ? AND deleted_at IS NULL",
                    mailbox,
                    slot);
        }
        return held;
    }

    static void delete(Session session, String mailbox, Set<Integer> slots, Instant now) throws SQLException {
        for (int slot : slots) {
            session.change(
                    "UPDATE mailbox_item SET deleted_at = ?, pdu = ''"
                            + " WHERE mailbox = ? AND slot = ? AND deleted_at IS NULL",
                    now,
                    mailbox,
                    slot);
        }
    }

    /** Forgets the keys of items that were deleted before the moment. */
    static int forget(Session session, Instant deletedBefore, int limit) throws SQLException {
        return session.change(
                "DELETE FROM mailbox_item WHERE (mailbox, item_key) IN"
                        + " (SELECT mailbox, item_key FROM mailbox_item WHERE deleted_at < ? LIMIT ?)",
                deletedBefore,
                limit);
    }

    private static Optional<Integer> lowestFree(Session session, String mailbox, int capacity) throws SQLException {
        List<Integer> taken = session.list(
                row -> row.integer("slot"),
                "SELECT slot FROM mailbox_item WHERE mailbox = ? AND deleted_at IS NULL ORDER BY slot",
                mailbox);
        int free = 1;
        for (int slot : taken) {
            if (slot > free) {
                break;
            }
            free = slot + 1;
        }
        return taken.size() >= capacity ? Optional.empty() : Optional.of(free);
    }

    private static MailboxSlot slot(Row row) throws SQLException {
        MailboxItem item = new MailboxItem(
                row.text("item_key"), row.named("kind", Kind::valueOf), row.text("pdu"), row.moment("at"));
        return new MailboxSlot(row.integer("slot"), item, row.flag("was_read"));
    }
}
