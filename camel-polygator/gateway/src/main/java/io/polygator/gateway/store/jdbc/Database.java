package io.polygator.gateway.store.jdbc;

import io.polygator.gateway.store.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens connections to a database that may be away, and puts its troubles into words. After an attempt to open that
 * failed, further ones fail at once for a short time, so that a dead database costs no storm. Thread-safe.
 */
final class Database {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final Dialect dialect;
    private final Duration reopenPause;
    private final InstantSource clock;

    private long era;
    private boolean ready;
    private @Nullable Instant failedAt;
    private @Nullable SQLException lastFailure;
    /** What an operator was told of last, and that is not over. */
    private volatile @Nullable Trouble told;

    Database(Dialect dialect, Duration reopenPause, InstantSource clock) {
        this.dialect = dialect;
        this.reopenPause = reopenPause;
        this.clock = clock;
    }

    Dialect dialect() {
        return dialect;
    }

    /** Changes when the file must be opened anew: connections of an earlier era are to be closed. */
    synchronized long era() {
        return era;
    }

    /** A new connection to a database that is ready. */
    synchronized Session open() throws SQLException {
        SQLException known = lastFailure;
        if (known != null && stillPausing()) {
            throw known;
        }
        try {
            if (!ready) {
                dialect.prepare();
                ready = true;
            }
            Connection connection = dialect.connect();
            lastFailure = null;
            failedAt = null;
            return new Session(connection);
        } catch (SQLException e) {
            lastFailure = e;
            failedAt = clock.instant();
            throw e;
        }
    }

    /** The failure as callers hear of it; the file is looked at anew when that may help. */
    synchronized StoreUnavailableException unavailable(SQLException failure) {
        Trouble met = trouble(failure);
        if (ready && met.concernsFile()) {
            ready = false;
            era++;
        }
        tellOperator(met, failure);
        return new StoreUnavailableException("the store cannot be used: " + met.words(), failure);
    }

    /** Callers do not learn where the store is: they may be anybody. */
    private void tellOperator(Trouble met, SQLException failure) {
        if (!met.lasts()) {
            LOG.warn("{}", inWords(failure));
        } else if (met != told) {
            LOG.error("{}", inWords(failure));
            told = met;
        }
    }

    /** A change was committed: if an operator was told of trouble, it is over. */
    void worked() {
        if (told != null) {
            LOG.info("{} works again", dialect.describe());
            told = null;
        }
    }

    /** A call that found no room among those that wait. */
    StoreUnavailableException crowded(int limit) {
        String words = "the store is behind: " + limit
                + " calls wait for it, its maximum; submit more slowly or try again later";
        return new StoreUnavailableException(words, new IllegalStateException(words));
    }

    /** A change of which nobody knows whether it was made. */
    StoreUnavailableException inDoubt(SQLException failure) {
        return new StoreUnavailableException(
                "the store was lost while it committed, and whether it did could not be learnt: "
                        + Trouble.NOT_REACHED.words(),
                failure);
    }

    Trouble trouble(SQLException failure) {
        return failure instanceof TroubleException known ? known.trouble() : dialect.troubleOf(failure);
    }

    private String inWords(SQLException failure) {
        return dialect.describe() + ": " + trouble(failure).words() + " (" + failure.getMessage() + ")";
    }

    private boolean stillPausing() {
        Instant now = clock.instant();
        Instant failed = failedAt;
        return failed != null && !now.isBefore(failed) && now.isBefore(failed.plus(reopenPause));
    }
}
