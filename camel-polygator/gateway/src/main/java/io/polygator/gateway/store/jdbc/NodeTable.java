package io.polygator.gateway.store.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The table {@code node}: which processes have the store open. One that has not been heard of for a while counts as
 * dead, and others settle what it was sending.
 */
final class NodeTable {
    /** How often an instance says that it lives. */
    static final Duration BEAT = Duration.ofSeconds(10);
    /** After this long without a word an instance counts as dead. */
    static final Duration DEAD_AFTER = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(NodeTable.class);
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    private final String instance;
    private final String name;
    private final InstantSource clock;
    private final boolean shared;
    private volatile Instant lastBeat = Instant.EPOCH;

    NodeTable(String instance, String name, InstantSource clock, boolean shared) {
        this.instance = instance;
        this.name = name;
        this.clock = clock;
        this.shared = shared;
    }

    /** Says that this instance lives, unless it did so just now. */
    void beatIfDue(Session session) throws SQLException {
        if (!clock.instant().isBefore(lastBeat.plus(BEAT.multipliedBy(2)))) {
            beat(session);
        }
    }

    /** Says that this instance lives. */
    void beat(Session session) throws SQLException {
        Instant now = clock.instant();
        Optional<Instant> before =
                session.first(row -> row.moment("alive_at"), "SELECT alive_at FROM node WHERE id = ?", instance);
        session.change(
                "INSERT INTO node (id, name, started_at, alive_at) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (id) DO UPDATE SET alive_at = excluded.alive_at",
                instance,
                name,
                now,
                now);
        if (shared && before.filter(last -> last.plus(DEAD_AFTER).isBefore(now)).isPresent()) {
            LOG.error(
                    "{} has not reached the shared store since {}: other nodes may have settled what it was sending,"
                            + " and taken over its subscriptions",
                    name,
                    before.get());
        }
        lastBeat = now;
    }

    /** This instance ends. */
    void leave(Session session) throws SQLException {
        session.change("DELETE FROM node WHERE id = ?", instance);
    }

    /** Those whose sends are theirs to settle, this one among them. */
    List<String> living(Session session) throws SQLException {
        if (!shared) {
            return List.of(instance);
        }
        return session.list(
                row -> row.text("id"),
                "SELECT id FROM node WHERE alive_at >= ? OR id = ?",
                clock.instant().minus(DEAD_AFTER),
                instance);
    }

    int forget(Session session) throws SQLException {
        return session.change(
                "DELETE FROM node WHERE alive_at < ? AND id <> ?",
                clock.instant().minus(FORGOTTEN_AFTER),
                instance);
    }
}
