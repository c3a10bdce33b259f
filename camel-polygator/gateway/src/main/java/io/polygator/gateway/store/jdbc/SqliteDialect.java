package io.polygator.gateway.store.jdbc;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** SQLite in a file of this process alone, in WAL mode, every commit on the disk before it is told. */
final class SqliteDialect implements Dialect {
    private static final int PRIMARY_CODE = 0xFF;
    private static final int PAGES_IN_WAL = 4_000;
    private static final int CACHE_KIB = 8 * 1024;

    private final Path file;
    private final SQLiteDataSource connections;
    private @Nullable FileLease lease;

    SqliteDialect(Path file, Duration lockWait) {
        this.file = file.toAbsolutePath();
        SQLiteConfig config = new SQLiteConfig();
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout((int) lockWait.toMillis());
        config.setCacheSize(-CACHE_KIB);
        config.setGetGeneratedKeys(false); // nobody asks for them, and the driver would query them after each change
        connections = new SQLiteDataSource(config);
        connections.setUrl("jdbc:sqlite:" + this.file);
    }

    @Override
    public String describe() {
        return "the SQLite store " + file;
    }

    @Override
    public boolean shared() {
        return false;
    }

    @Override
    public synchronized void prepare() throws SQLException {
        createPrivately();
        if (lease == null) {
            lease = FileLease.take(file.resolveSibling(file.getFileName() + ".lock"));
        }
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            // only before the first table is made
            statement.execute("PRAGMA auto_vacuum = INCREMENTAL");
            statement.execute("PRAGMA journal_mode = WAL");
        }
        Migrations.run(connections, "sqlite");
    }

    @Override
    public Connection connect() throws SQLException {
        Connection connection = connections.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_autocheckpoint = " + PAGES_IN_WAL);
        }
        return connection;
    }

    @Override
    public void begin(Session session, boolean writing) throws SQLException {
        session.change(writing ? "BEGIN IMMEDIATE" : "BEGIN");
    }

    @Override
    public void commit(Session session) throws SQLException {
        session.change("COMMIT");
    }

    @Override
    public void rollback(Session session) throws SQLException {
        session.change("ROLLBACK");
    }

    @Override
    public Optional<String> nameOfTransaction(Session session) {
        return Optional.empty();
    }

    @Override
    public Optional<Boolean> committed(Session session, String transaction) {
        return Optional.empty();
    }

    /** A transaction that writes is the only one that does. */
    @Override
    public String lockingRows() {
        return "";
    }

    @Override
    public void lock(Session session, String key) {
        // likewise
    }

    @Override
    public void tidy(Session session) throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            statement.executeUpdate("PRAGMA incremental_vacuum");
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    @Override
    public Trouble troubleOf(SQLException failure) {
        return switch (failure.getErrorCode() & PRIMARY_CODE) {
            case 13 -> Trouble.DISK_FULL;
            case 5, 6 -> Trouble.LOCKED;
            case 11, 26 -> Trouble.DAMAGED;
            case 8 -> Trouble.READ_ONLY;
            case 3, 14, 23 -> Trouble.NOT_OPENED;
            case 10 -> Trouble.DEVICE;
            default -> Trouble.REFUSED;
        };
    }

    @Override
    public synchronized void close() {
        if (lease != null) {
            lease.close();
            lease = null;
        }
    }

    private void createPrivately() throws SQLException {
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (!Files.exists(file)) {
                Files.createFile(file, ownerOnly());
            }
        } catch (IOException e) {
            throw new TroubleException(Trouble.NOT_OPENED, e.toString(), e);
        }
    }

    /** For a new file that nobody else may read; where the file system knows of such things. */
    static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
