package io.polygator.gateway.store.jdbc;

import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.TimelineEntry;
import io.polygator.gateway.message.TimelineEntry.Kind;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The table {@code timeline}. */
final class TimelineTable {
    private TimelineTable() {}

    static void add(Session session, List<TimelineEntry> entries) throws SQLException {
        for (TimelineEntry entry : entries) {
            session.change(
                    "INSERT INTO timeline (message_id, at, segment, kind, channel, imsi, detail)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    entry.message(),
                    entry.at(),
                    entry.segment(),
                    entry.kind(),
                    entry.channel(),
                    entry.imsi(),
                    entry.detail());
        }
    }

    static List<TimelineEntry> of(Session session, MessageId id) throws SQLException {
        return session.list(
                row -> new TimelineEntry(
                        id,
                        row.moment("at"),
                        row.integer("segment"),
                        row.named("kind", Kind::valueOf),
                        row.textIfAny("channel"),
                        row.textIfAny("imsi"),
                        row.text("detail")),
                "SELECT * FROM timeline WHERE message_id = ? ORDER BY number",
                id);
    }

    /** Forgets timelines that ended before the moment and belong to no message of ours. */
    static int forget(Session session, Instant endedBefore, int limit) throws SQLException {
        return session.change(
                "DELETE FROM timeline WHERE number IN (SELECT number FROM timeline AS old WHERE at < ?"
                        + " AND NOT EXISTS (SELECT 1 FROM message WHERE message.id = old.message_id)"
                        + " AND NOT EXISTS (SELECT 1 FROM timeline AS newer"
                        + " WHERE newer.message_id = old.message_id AND newer.at >= ?) LIMIT ?)",
                endedBefore,
                endedBefore,
                limit);
    }
}
