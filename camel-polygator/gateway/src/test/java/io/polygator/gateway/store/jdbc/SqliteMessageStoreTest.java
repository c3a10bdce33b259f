package io.polygator.gateway.store.jdbc;

import io.polygator.gateway.store.MessageStore;
import io.polygator.gateway.store.MessageStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteMessageStoreTest extends MessageStoreContract {
    private final Path folder;

    SqliteMessageStoreTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Override
    protected MessageStore open() {
        return JdbcStores.sqlite(folder.resolve("data/polygator.db"), JdbcSettings.defaults());
    }
}
