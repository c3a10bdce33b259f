package io.polygator.gateway.store.jdbc;

import io.polygator.gateway.quota.AccountClaim;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the messages of one transaction take from their accounts. It is written once for each account, and not once for
 * each message, before anybody reads it and before the transaction is committed. Thread of the writer only.
 */
final class AccountBookings {
    /** One order for all transactions, so that two of them never wait for each other. */
    private final Map<Day, Long> booked =
            new TreeMap<>(Comparator.comparing(Day::account).thenComparing(Day::day));

    /** Forgets what a transaction that failed had booked. */
    void begin() {
        booked.clear();
    }

    void add(AccountClaim claim) {
        booked.merge(new Day(claim.account(), claim.day()), claim.segments(), Long::sum);
    }

    void write(Session session) throws SQLException {
        for (Map.Entry<Day, Long> booking : booked.entrySet()) {
            AccountTable.book(
                    session, booking.getKey().account(), booking.getKey().day(), booking.getValue());
        }
        booked.clear();
    }

    private record Day(String account, LocalDate day) {}
}
