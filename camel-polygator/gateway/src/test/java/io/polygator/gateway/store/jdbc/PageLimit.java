package io.polygator.gateway.store.jdbc;

import java.sql.SQLException;

/** A database that may have only so many pages: what it tells then is what it tells of a full disk. */
final class PageLimit extends WrappedDialect {
    private volatile long pages = 1_000_000;

    PageLimit(Dialect dialect) {
        super(dialect);
    }

    void pages(long most) {
        pages = most;
    }

    @Override
    public void begin(Session session, boolean writing) throws SQLException {
        session.run("PRAGMA max_page_count = " + pages);
        super.begin(session, writing);
    }
}
