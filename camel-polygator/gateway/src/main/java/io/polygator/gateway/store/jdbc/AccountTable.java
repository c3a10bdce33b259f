package io.polygator.gateway.store.jdbc;

import io.polygator.gateway.quota.AccountUsage;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** The table {@code account_usage}: a row for each account and day, the day as a number since 1970. */
final class AccountTable {
    private AccountTable() {}

    static void book(Session session, String account, LocalDate day, long segments) throws SQLException {
        session.change(
                "INSERT INTO account_usage (account, day, segments) VALUES (?, ?, ?) ON CONFLICT (account, day)"
                        + " DO UPDATE SET segments = account_usage.segments + excluded.segments",
                account,
                day.toEpochDay(),
                segments);
    }

    static AccountUsage usage(Session session, String account, LocalDate day) throws SQLException {
        YearMonth month = YearMonth.from(day);
        return session.first(
                        row -> new AccountUsage(row.number("today"), row.number("this_month")),
                        "SELECT SUM(CASE WHEN day = ? THEN segments ELSE 0 END) AS today, SUM(segments) AS this_month"
                                + " FROM account_usage WHERE account = ? AND day BETWEEN ? AND ?",
                        day.toEpochDay(),
                        account,
                        month.atDay(1).toEpochDay(),
                        month.atEndOfMonth().toEpochDay())
                .orElse(new AccountUsage(0, 0));
    }

    static int forget(Session session, Instant before, int limit) throws SQLException {
        return session.change(
                "DELETE FROM account_usage WHERE (account, day) IN"
                        + " (SELECT account, day FROM account_usage WHERE day < ? LIMIT ?)",
                LocalDate.ofInstant(before, ZoneOffset.UTC).toEpochDay(),
                limit);
    }
}
