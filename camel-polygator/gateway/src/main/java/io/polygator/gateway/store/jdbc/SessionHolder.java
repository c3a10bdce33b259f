package io.polygator.gateway.store.jdbc;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connection of one thread: opened when it is needed, thrown away after a failure. That thread only. */
final class SessionHolder {
    private static final Logger LOG = LoggerFactory.getLogger(SessionHolder.class);

    private final Database database;
    private @Nullable Session session;
    private long era;

    SessionHolder(Database database) {
        this.database = database;
    }

    /** Whether the next use is of a connection that worked before, and may have died since. */
    boolean isOpen() {
        return session != null && era == database.era();
    }

    Session session() throws SQLException {
        Session current = session;
        if (current != null && era == database.era()) {
            return current;
        }
        discard();
        Session opened = database.open();
        session = opened;
        era = database.era();
        return opened;
    }

    void discard() {
        Session old = session;
        session = null;
        if (old != null) {
            try {
                old.close();
            } catch (SQLException e) {
                LOG.debug("a connection that is given up could not be closed: {}", e.toString());
            }
        }
    }
}
