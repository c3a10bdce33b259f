package io.polygator.gateway.store.jdbc;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A database whose connection is lost during a commit, when a test says so: after it took place, or before. */
final class LostCommit extends WrappedDialect {
    private volatile @Nullable Boolean takesPlace;

    LostCommit(Dialect dialect) {
        super(dialect);
    }

    /** The next commit loses its connection. */
    void loseNext(boolean afterItTookPlace) {
        takesPlace = afterItTookPlace;
    }

    @Override
    public void commit(Session session) throws SQLException {
        Boolean lost = takesPlace;
        takesPlace = null;
        if (lost == null || lost) {
            super.commit(session);
        }
        if (lost != null) {
            session.close();
            throw new SQLException("the connection was lost", "08006");
        }
    }
}
