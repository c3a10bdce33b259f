package io.polygator.gateway.store.jdbc;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How a durable store works.
 *
 * @param groupCommit how many waiting changes share a transaction at most; 1 gives each its own
 * @param queueLimit how many calls may wait for the database, reading and writing counted apart; at least 1
 * @param readers how many reads run side by side; at least 1
 * @param lockWait how long a change waits for a lock that another process holds
 * @param reopenPause how long after a failure to open the database calls fail without trying again
 * @param nodeName what this process is called among those that share the database; for people
 * @param clock the time of heartbeats, leases and pauses
 */
public record JdbcSettings(
        int groupCommit,
        int queueLimit,
        int readers,
        Duration lockWait,
        Duration reopenPause,
        String nodeName,
        InstantSource clock) {
    public JdbcSettings {
        requirePositive("groupCommit", groupCommit);
        requirePositive("queueLimit", queueLimit);
        requirePositive("readers", readers);
        requireNotNegative("lockWait", lockWait);
        requireNotNegative("reopenPause", reopenPause);
    }

    /** Transactions of up to 512 changes; 20,000 calls; two readers; five seconds; one second. */
    public static JdbcSettings defaults() {
        return new JdbcSettings(
                512, 20_000, 2, Duration.ofSeconds(5), Duration.ofSeconds(1), "gateway", InstantSource.system());
    }

    public JdbcSettings withGroupCommit(int other) {
        return new JdbcSettings(other, queueLimit, readers, lockWait, reopenPause, nodeName, clock);
    }

    public JdbcSettings withQueueLimit(int other) {
        return new JdbcSettings(groupCommit, other, readers, lockWait, reopenPause, nodeName, clock);
    }

    public JdbcSettings withLockWait(Duration other) {
        return new JdbcSettings(groupCommit, queueLimit, readers, other, reopenPause, nodeName, clock);
    }

    public JdbcSettings withReopenPause(Duration other) {
        return new JdbcSettings(groupCommit, queueLimit, readers, lockWait, other, nodeName, clock);
    }

    public JdbcSettings withNodeName(String other) {
        return new JdbcSettings(groupCommit, queueLimit, readers, lockWait, reopenPause, other, clock);
    }

    public JdbcSettings withClock(InstantSource other) {
        return new JdbcSettings(groupCommit, queueLimit, readers, lockWait, reopenPause, nodeName, other);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, was " + value);
        }
    }

    private static void requireNotNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative, was " + value);
        }
    }
}
