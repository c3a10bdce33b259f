package io.polygator.gateway.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** What differs between the databases. Thread-safe. */
interface Dialect extends AutoCloseable {

    /** The store as people know it; never with a password. */
    String describe();

    /** Whether other processes may have the same database open. */
    boolean shared();

    /** Makes the database ready: it exists, nobody else has it who may not, its tables are there. */
    void prepare() throws SQLException;

    Connection connect() throws SQLException;

    void begin(Session session, boolean writing) throws SQLException;

    void commit(Session session) throws SQLException;

    void rollback(Session session) throws SQLException;

    /** A name for the running transaction by which its outcome can be asked later; empty when it is never in doubt. */
    Optional<String> nameOfTransaction(Session session) throws SQLException;

    /** What became of a transaction; empty while that is open. */
    Optional<Boolean> committed(Session session, String transaction) throws SQLException;

    /** What a query ends with so that its rows stay as they are until the transaction ends. */
    String lockingRows();

    /** Keeps others who ask for the same key waiting until the transaction ends. */
    void lock(Session session, String key) throws SQLException;

    /** Gives room back; outside a transaction. */
    void tidy(Session session) throws SQLException;

    Trouble troubleOf(SQLException failure);

    @Override
    void close();
}
