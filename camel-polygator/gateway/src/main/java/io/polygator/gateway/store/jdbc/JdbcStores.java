package io.polygator.gateway.store.jdbc;

import io.polygator.gateway.store.MessageStore;
import java.nio.file.Path;

/**
 * Opens durable stores. Opening never fails: a database that cannot be used makes the calls fail with {@link
 * io.polygator.gateway.store.StoreUnavailableException} until it can.
 */
public final class JdbcStores {
    private JdbcStores() {}

    /**
     * A store in an SQLite file. The file and its folder are made when they are not there, readable by their owner
     * only; a lock file beside it keeps a second process off.
     */
    public static SqliteStore sqlite(Path file, JdbcSettings settings) {
        SqliteMessageStore store = new SqliteMessageStore(new SqliteDialect(file, settings.lockWait()), settings);
        store.start();
        return store;
    }

    /**
     * A store in a PostgreSQL database, which other processes may use at the same time.
     *
     * @param url {@code jdbc:postgresql://host:port/database}
     */
    public static MessageStore postgresql(String url, String user, String password, JdbcSettings settings) {
        JdbcMessageStore store = new JdbcMessageStore(new PostgresDialect(url, user, password, settings), settings);
        store.start();
        return store;
    }
}
