package io.polygator.gateway.store.jdbc;

import io.polygator.gateway.store.BudgetBooking;
import io.polygator.gateway.store.SimUsage;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;

/** The table {@code sim_usage}. */
final class BudgetTable {
    private BudgetTable() {}

    static void book(Session session, List<BudgetBooking> bookings) throws SQLException {
        for (BudgetBooking booking : bookings) {
            session.change(
                    "INSERT INTO sim_usage (imsi, at, recipient, segments) VALUES (?, ?, ?, ?)"
                            + " ON CONFLICT (imsi, at, recipient)"
                            + " DO UPDATE SET segments = sim_usage.segments + excluded.segments",
                    booking.imsi(),
                    booking.at(),
                    booking.recipient(),
                    booking.segments());
            session.change(
                    "DELETE FROM sim_usage WHERE imsi = ? AND at = ? AND recipient = ? AND segments = 0",
                    booking.imsi(),
                    booking.at(),
                    booking.recipient());
        }
    }

    static SimUsage usage(Session session, String imsi, Instant since) throws SQLException {
        List<Used> used = session.list(
                row -> new Used(row.text("recipient"), row.number("total")),
                "SELECT recipient, SUM(segments) AS total FROM sim_usage WHERE imsi = ? AND at >= ?"
                        + " GROUP BY recipient",
                imsi,
                since);
        return new SimUsage(
                used.stream().mapToLong(Used::segments).sum(),
                new HashSet<>(used.stream().map(Used::recipient).toList()));
    }

    static int forget(Session session, Instant before, int limit) throws SQLException {
        return session.change(
                "DELETE FROM sim_usage WHERE (imsi, at, recipient) IN"
                        + " (SELECT imsi, at, recipient FROM sim_usage WHERE at < ? LIMIT ?)",
                before,
                limit);
    }

    private record Used(String recipient, long segments) {}
}
