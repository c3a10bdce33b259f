package io.polygator.gateway.store.jdbc;

import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.LinedEvent;
import io.polygator.gateway.store.EventEntries;
import io.polygator.gateway.store.StoredSubscription;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Subscriptions whose events are read in one line, in the tables of {@link EventTable}. An event gets its position when it
 * is first read and not when it is added: transactions of several processes end in another order than they number their
 * rows, and what appears late must not stand before what a reader has confirmed.
 */
final class LineTable {
    private LineTable() {}

    static void open(Session session, StoredSubscription line, Instant at) throws SQLException {
        EventTable.open(session, line);
        // A reader may come with a position of an earlier line of this name: those of this one are greater.
        session.change(
                "UPDATE subscription SET read_at = ?,"
                        + " last_position = CASE last_position WHEN 0 THEN ? ELSE last_position END WHERE name = ?",
                at,
                at,
                line.name());
    }

    static List<LinedEvent> read(Session session, String line, long position, int limit, Instant at)
            throws SQLException {
        // changing it first lets one process at a time give positions
        session.change("UPDATE subscription SET read_at = ? WHERE name = ?", at, line);
        Optional<Long> last = session.first(
                row -> row.number("last_position"), "SELECT last_position FROM subscription WHERE name = ?", line);
        if (last.isPresent()) {
            lineUp(session, line, last.get(), limit);
        }
        return session.list(
                row -> new LinedEvent(row.number("position"), EventPayload.read(row.text("payload"))),
                "SELECT position, payload FROM event WHERE subscription = ? AND position > ?"
                        + " ORDER BY position LIMIT ?",
                line,
                position,
                limit);
    }

    private static void lineUp(Session session, String line, long last, int limit) throws SQLException {
        List<Long> arrived = session.list(
                row -> row.number("number"),
                "SELECT number FROM event WHERE subscription = ? AND position IS NULL ORDER BY number LIMIT ?",
                line,
                limit);
        long position = last;
        for (long number : arrived) {
            session.change("UPDATE event SET position = ? WHERE number = ?", ++position, number);
        }
        if (!arrived.isEmpty()) {
            session.change("UPDATE subscription SET last_position = ? WHERE name = ?", position, line);
        }
    }

    /** Takes out what stands up to the position, at most so many events; how many. */
    static int confirm(Session session, String line, long position, Instant at, int limit) throws SQLException {
        List<Read> read = session.list(
                row -> new Read(row.number("number"), EventPayload.read(row.text("payload"))),
                "SELECT number, payload FROM event WHERE subscription = ? AND position <= ? ORDER BY position LIMIT ?",
                line,
                position,
                limit);
        for (Read each : read) {
            session.change("DELETE FROM event WHERE number = ?", each.number());
            TimelineTable.add(session, EventEntries.handled(line, each.event(), at));
        }
        return read.size();
    }

    static Set<String> names(Session session) throws SQLException {
        return Set.copyOf(
                session.list(row -> row.text("name"), "SELECT name FROM subscription WHERE read_at IS NOT NULL"));
    }

    /** Forgets lines that were last read before the moment; their names. */
    static Set<String> forget(Session session, Instant before) throws SQLException {
        List<String> unread =
                session.list(row -> row.text("name"), "SELECT name FROM subscription WHERE read_at < ?", before);
        for (String line : unread) {
            EventTable.drop(session, line);
        }
        return Set.copyOf(unread);
    }

    /** Forgets events of lines that are of before the moment, at most so many; how many. */
    static int forgetEvents(Session session, Instant before, int limit) throws SQLException {
        return session.change(
                "DELETE FROM event WHERE number IN (SELECT event.number FROM event"
                        + " JOIN subscription ON subscription.name = event.subscription"
                        + " WHERE subscription.read_at IS NOT NULL AND event.due_at < ? LIMIT ?)",
                before,
                limit);
    }

    private record Read(long number, GatewayEvent event) {}
}
