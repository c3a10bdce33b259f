package io.polygator.gateway.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Does what another dialect does; a subclass changes one thing. */
abstract class WrappedDialect implements Dialect {
    private final Dialect dialect;

    WrappedDialect(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public void begin(Session session, boolean writing) throws SQLException {
        dialect.begin(session, writing);
    }

    @Override
    public String describe() {
        return dialect.describe();
    }

    @Override
    public boolean shared() {
        return dialect.shared();
    }

    @Override
    public void prepare() throws SQLException {
        dialect.prepare();
    }

    @Override
    public Connection connect() throws SQLException {
        return dialect.connect();
    }

    @Override
    public void commit(Session session) throws SQLException {
        dialect.commit(session);
    }

    @Override
    public void rollback(Session session) throws SQLException {
        dialect.rollback(session);
    }

    @Override
    public Optional<String> nameOfTransaction(Session session) throws SQLException {
        return dialect.nameOfTransaction(session);
    }

    @Override
    public Optional<Boolean> committed(Session session, String transaction) throws SQLException {
        return dialect.committed(session, transaction);
    }

    @Override
    public String lockingRows() {
        return dialect.lockingRows();
    }

    @Override
    public void lock(Session session, String key) throws SQLException {
        dialect.lock(session, key);
    }

    @Override
    public void tidy(Session session) throws SQLException {
        dialect.tidy(session);
    }

    @Override
    public Trouble troubleOf(SQLException failure) {
        return dialect.troubleOf(failure);
    }

    @Override
    public void close() {
        dialect.close();
    }
}
