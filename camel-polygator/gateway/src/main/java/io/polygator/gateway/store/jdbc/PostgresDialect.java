package io.polygator.gateway.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL database that several processes share. */
final class PostgresDialect implements Dialect {
    private static final int CONNECT_SECONDS = 5;
    private static final int ANSWER_SECONDS = 60;

    private final String place;
    private final Duration lockWait;
    private final PGSimpleDataSource connections = new PGSimpleDataSource();

    PostgresDialect(String url, String user, String password, JdbcSettings settings) {
        setUrl(url);
        connections.setUser(user);
        connections.setPassword(password);
        connections.setApplicationName("polygator " + settings.nodeName());
        connections.setConnectTimeout(CONNECT_SECONDS);
        connections.setLoginTimeout(CONNECT_SECONDS);
        connections.setSocketTimeout(ANSWER_SECONDS);
        connections.setTcpKeepAlive(true);
        // it would repeat the values of a row
        connections.setLogServerErrorDetail(false);
        place = String.join(",", connections.getServerNames()) + "/" + connections.getDatabaseName();
        lockWait = settings.lockWait();
    }

    @Override
    public String describe() {
        return "the PostgreSQL store " + place;
    }

    @Override
    public boolean shared() {
        return true;
    }

    @Override
    public void prepare() throws SQLException {
        Migrations.run(connections, "postgresql");
    }

    @Override
    public Connection connect() throws SQLException {
        Connection connection = connections.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET lock_timeout = " + lockWait.toMillis());
            statement.execute("SET synchronous_commit = on");
        }
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public void begin(Session session, boolean writing) {
        // the driver begins with the first statement
    }

    @Override
    public void commit(Session session) throws SQLException {
        session.connection().commit();
    }

    @Override
    public void rollback(Session session) throws SQLException {
        session.connection().rollback();
    }

    @Override
    public Optional<String> nameOfTransaction(Session session) throws SQLException {
        return session.list(row -> row.textIfAny("name"), "SELECT pg_current_xact_id_if_assigned()::text AS name")
                .get(0);
    }

    @Override
    public Optional<Boolean> committed(Session session, String transaction) throws SQLException {
        Optional<String> status = session.list(
                        row -> row.textIfAny("status"), "SELECT pg_xact_status(?::xid8) AS status", transaction)
                .get(0);
        return status.filter(known -> !known.equals("in progress")).map("committed"::equals);
    }

    @Override
    public String lockingRows() {
        return " FOR UPDATE";
    }

    @Override
    public void lock(Session session, String key) throws SQLException {
        session.list(
                row -> row.integer("locked"),
                "SELECT 1 AS locked FROM (SELECT pg_advisory_xact_lock(hashtextextended(?, 0))) AS held",
                key);
    }

    /** The server's autovacuum does it. */
    @Override
    public void tidy(Session session) {}

    @Override
    public Trouble troubleOf(SQLException failure) {
        String state = Optional.ofNullable(failure.getSQLState()).orElse("");
        return switch (state) {
            case "57P01", "57P02", "57P03" -> Trouble.NOT_REACHED;
            case "53100" -> Trouble.DISK_FULL;
            case "55P03", "40001", "40P01" -> Trouble.CONFLICT;
            case "3D000", "42501" -> Trouble.NOT_ADMITTED;
            case "25006" -> Trouble.READ_ONLY;
            case "58030" -> Trouble.DEVICE;
            default -> ofClass(state);
        };
    }

    @Override
    public void close() {}

    /** The driver's own complaint would repeat the URL, which may hold a password. */
    private void setUrl(String url) {
        try {
            connections.setUrl(url);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the database's URL must have the form jdbc:postgresql://host:port/database");
        }
    }

    private static Trouble ofClass(String state) {
        if (state.startsWith("08") || state.startsWith("53")) {
            return Trouble.NOT_REACHED;
        }
        if (state.startsWith("28")) {
            return Trouble.NOT_ADMITTED;
        }
        return state.startsWith("XX") ? Trouble.DAMAGED : Trouble.REFUSED;
    }
}
