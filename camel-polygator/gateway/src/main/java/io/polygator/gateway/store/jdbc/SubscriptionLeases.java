package io.polygator.gateway.store.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which subscriptions this process hands events out for. On a shared database one process at a time does so for a
 * subscription: the one that holds its lease. It keeps the lease while it asks for events or has some at work.
 */
final class SubscriptionLeases {
    private static final Duration LASTS = NodeTable.DEAD_AFTER;
    /** A lease is not used in its last moments, in which its renewal may be under way elsewhere. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final String instance;
    private final InstantSource clock;
    private final Map<String, Lease> leases = new ConcurrentHashMap<>();

    SubscriptionLeases(String instance, InstantSource clock) {
        this.instance = instance;
        this.clock = clock;
    }

    /** Whether events may be handed out now. */
    boolean held(String subscription) {
        Lease lease = leases.get(subscription);
        return lease != null && lease.isGood(clock.instant());
    }

    /** Takes the lease if it is free, lapsed, or ours. */
    boolean take(Session session, String subscription) throws SQLException {
        Instant now = clock.instant();
        Instant until = now.plus(LASTS);
        int taken = session.change(
                "UPDATE subscription SET holder = ?, held_until = ?"
                        + " WHERE name = ? AND (holder IS NULL OR holder = ? OR held_until < ?)",
                instance,
                until,
                subscription,
                instance,
                now);
        if (taken > 0) {
            leases.computeIfAbsent(subscription, name -> new Lease(now)).extend(until);
        } else {
            leases.remove(subscription);
        }
        return taken > 0;
    }

    /** Extends the leases that are used and returns the others. */
    void renew(Session session) throws SQLException {
        Instant now = clock.instant();
        for (String subscription : List.copyOf(leases.keySet())) {
            Lease lease = leases.get(subscription);
            if (lease != null && lease.isUsed(now)) {
                take(session, subscription);
            } else {
                give(session, subscription);
            }
        }
    }

    /** Returns every lease. */
    void giveAll(Session session) throws SQLException {
        for (String subscription : List.copyOf(leases.keySet())) {
            give(session, subscription);
        }
    }

    /** Events were asked for, and these are at work now. */
    void handedOut(String subscription, Collection<Long> numbers) {
        Lease lease = leases.get(subscription);
        if (lease != null) {
            lease.handedOut(clock.instant(), numbers);
        }
    }

    /** The event is no longer at work. */
    void done(String subscription, long number) {
        Lease lease = leases.get(subscription);
        if (lease != null) {
            lease.done(number);
        }
    }

    private void give(Session session, String subscription) throws SQLException {
        leases.remove(subscription);
        session.change(
                "UPDATE subscription SET holder = NULL, held_until = NULL WHERE name = ? AND holder = ?",
                subscription,
                instance);
    }

    private static final class Lease {
        private final Set<Long> atWork = new HashSet<>();
        private Instant until = Instant.EPOCH;
        private Instant asked;

        Lease(Instant asked) {
            this.asked = asked;
        }

        synchronized boolean isGood(Instant now) {
            return now.isBefore(until.minus(MARGIN));
        }

        synchronized void extend(Instant moment) {
            until = moment;
        }

        synchronized boolean isUsed(Instant now) {
            return !atWork.isEmpty() || now.isBefore(asked.plus(NodeTable.BEAT));
        }

        synchronized void handedOut(Instant now, Collection<Long> numbers) {
            asked = now;
            atWork.addAll(numbers);
        }

        synchronized void done(long number) {
            atWork.remove(number);
        }
    }
}
