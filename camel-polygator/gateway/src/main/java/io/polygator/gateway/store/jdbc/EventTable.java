package io.polygator.gateway.store.jdbc;

import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.store.AddressedEvent;
import io.polygator.gateway.store.PendingBatch;
import io.polygator.gateway.store.PendingEvent;
import io.polygator.gateway.store.StoredSubscription;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The tables {@code event} and {@code subscription}. Only the first event of a source is handed out; it is marked, so
 * that a long backlog of one source costs the others nothing.
 */
final class EventTable {
    private static final String COLUMNS = "number, source, payload, failures, due_at";

    private EventTable() {}

    static void open(Session session, StoredSubscription subscription) throws SQLException {
        session.change(
                "INSERT INTO subscription (name, kinds, channels, filter) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (name) DO UPDATE SET kinds = excluded.kinds, channels = excluded.channels,"
                        + " filter = excluded.filter",
                subscription.name(),
                String.join(" ", new TreeSet<>(subscription.kinds())),
                Choices.text(subscription.channels()),
                Filters.text(subscription.filter()));
    }

    static void drop(Session session, String subscription) throws SQLException {
        session.change("DELETE FROM subscription WHERE name = ?", subscription);
        session.change("DELETE FROM dead_letter WHERE subscription = ?", subscription);
    }

    static List<StoredSubscription> subscriptions(Session session) throws SQLException {
        return session.list(
                row -> new StoredSubscription(
                        row.text("name"),
                        kinds(row.text("kinds")),
                        row.named("channels", Choices::choice),
                        row.named("filter", Filters::filter)),
                "SELECT name, kinds, channels, filter FROM subscription ORDER BY name");
    }

    /** Adds events for the subscriptions they name; unknown names are passed over. */
    static void add(Session session, List<AddressedEvent> events) throws SQLException {
        for (AddressedEvent addressed : events) {
            if (!addressed.subscriptions().isEmpty()) {
                String payload = EventPayload.write(addressed.event());
                for (String subscription : addressed.subscriptions()) {
                    add(session, subscription, addressed, payload);
                }
            }
        }
    }

    static PendingBatch pending(Session session, String subscription, Set<String> atWork, Instant now, int limit)
            throws SQLException {
        List<PendingEvent> due = session.list(
                EventTable::event,
                "SELECT " + COLUMNS + " FROM event WHERE subscription = ? AND first = 1 AND due_at <= ?"
                        + " ORDER BY due_at, number LIMIT ?",
                subscription,
                now,
                limit + atWork.size());
        List<Later> later = session.list(
                row -> new Later(row.text("source"), row.moment("due_at")),
                "SELECT source, due_at FROM event WHERE subscription = ? AND first = 1 AND due_at > ?"
                        + " ORDER BY due_at LIMIT ?",
                subscription,
                now,
                1 + atWork.size());
        return new PendingBatch(
                due.stream()
                        .filter(event -> !atWork.contains(event.source()))
                        .limit(limit)
                        .sorted(Comparator.comparing(PendingEvent::number))
                        .toList(),
                later.stream()
                        .filter(event -> !atWork.contains(event.source()))
                        .map(Later::at)
                        .findFirst());
    }

    static void postpone(Session session, String subscription, long number, Instant until) throws SQLException {
        session.change(
                "UPDATE event SET failures = failures + 1, due_at = ? WHERE number = ? AND subscription = ?",
                until,
                number,
                subscription);
    }

    /** Only the first of a source can rest. */
    static void hasten(Session session, String subscription, Instant at) throws SQLException {
        session.change(
                "UPDATE event SET due_at = ? WHERE subscription = ? AND first = 1 AND due_at > ?",
                at,
                subscription,
                at);
    }

    /** Takes an event out; the next of its source has its turn. */
    static Optional<PendingEvent> take(Session session, String subscription, long number) throws SQLException {
        Optional<PendingEvent> event = session.first(
                EventTable::event,
                "SELECT " + COLUMNS + " FROM event WHERE number = ? AND subscription = ?",
                number,
                subscription);
        if (event.isPresent()) {
            session.change("DELETE FROM event WHERE number = ?", number);
            markFirst(session, subscription, event.get().source());
        }
        return event;
    }

    /** Puts an event back that had been taken out, its failures forgotten; whether its subscription is there. */
    static boolean putBack(Session session, String subscription, PendingEvent event) throws SQLException {
        int added = session.change(
                "INSERT INTO event (number, subscription, source, payload, failures, due_at, first)"
                        + " SELECT ?, name, ?, ?, 0, ?, 0 FROM subscription WHERE name = ?",
                event.number(),
                event.source(),
                EventPayload.write(event.event()),
                event.event().at(),
                subscription);
        if (added > 0) {
            session.change(
                    "UPDATE event SET first = 0 WHERE subscription = ? AND source = ? AND first = 1",
                    subscription,
                    event.source());
            markFirst(session, subscription, event.source());
        }
        return added > 0;
    }

    private static void add(Session session, String subscription, AddressedEvent addressed, String payload)
            throws SQLException {
        session.change(
                "INSERT INTO event (subscription, source, payload, failures, due_at, first)"
                        + " SELECT name, ?, ?, 0, ?, CASE WHEN EXISTS (SELECT 1 FROM event"
                        + " WHERE event.subscription = subscription.name AND event.source = ?) THEN 0 ELSE 1 END"
                        + " FROM subscription WHERE name = ?",
                addressed.source(),
                payload,
                addressed.event().at(),
                addressed.source(),
                subscription);
    }

    private static void markFirst(Session session, String subscription, String source) throws SQLException {
        session.change(
                "UPDATE event SET first = 1 WHERE number ="
                        + " (SELECT MIN(number) FROM event WHERE subscription = ? AND source = ?)",
                subscription,
                source);
    }

    private static PendingEvent event(Row row) throws SQLException {
        GatewayEvent event = EventPayload.read(row.text("payload"));
        return new PendingEvent(row.number("number"), row.text("source"), event, row.integer("failures"));
    }

    private static Set<String> kinds(String column) {
        return Set.of(column.split(" ")).stream()
                .filter(kind -> !kind.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private record Later(String source, Instant at) {}
}
