package io.polygator.gateway.store.jdbc;

import io.polygator.gateway.store.DeadLetter;
import io.polygator.gateway.store.PendingEvent;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table {@code dead_letter}. */
final class DeadLetterTable {
    private static final String PAGE = " AND number > ? ORDER BY number LIMIT ?";

    private DeadLetterTable() {}

    static void bury(Session session, String subscription, PendingEvent event, String reason, Instant at)
            throws SQLException {
        session.change(
                "INSERT INTO dead_letter (number, subscription, source, payload, failures, reason, buried_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                event.number(),
                subscription,
                event.source(),
                EventPayload.write(event.event()),
                event.failures() + 1,
                reason,
                at);
    }

    static List<DeadLetter> list(Session session, Optional<String> subscription, long after, int limit)
            throws SQLException {
        return subscription.isPresent()
                ? session.list(
                        DeadLetterTable::letter,
                        "SELECT * FROM dead_letter WHERE subscription = ?" + PAGE,
                        subscription.get(),
                        after,
                        limit)
                : session.list(DeadLetterTable::letter, "SELECT * FROM dead_letter WHERE 1 = 1" + PAGE, after, limit);
    }

    static Optional<PendingEvent> find(Session session, String subscription, long number) throws SQLException {
        return session.first(
                row -> new PendingEvent(number, row.text("source"), EventPayload.read(row.text("payload")), 0),
                "SELECT source, payload FROM dead_letter WHERE number = ? AND subscription = ?",
                number,
                subscription);
    }

    static boolean remove(Session session, String subscription, long number) throws SQLException {
        return session.change("DELETE FROM dead_letter WHERE number = ? AND subscription = ?", number, subscription)
                > 0;
    }

    static int forget(Session session, Instant before, int limit) throws SQLException {
        return session.change(
                "DELETE FROM dead_letter WHERE number IN"
                        + " (SELECT number FROM dead_letter WHERE buried_at < ? LIMIT ?)",
                before,
                limit);
    }

    private static DeadLetter letter(Row row) throws SQLException {
        return new DeadLetter(
                row.text("subscription"),
                row.number("number"),
                EventPayload.read(row.text("payload")),
                row.integer("failures"),
                row.text("reason"),
                row.moment("buried_at"));
    }
}
