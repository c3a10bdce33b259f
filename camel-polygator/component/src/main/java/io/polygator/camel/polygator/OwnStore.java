package io.polygator.camel.polygator;

import io.polygator.gateway.store.MemoryMessageStore;
import io.polygator.gateway.store.MessageStore;
import io.polygator.gateway.store.jdbc.JdbcSettings;
import io.polygator.gateway.store.jdbc.JdbcStores;

/** Opens the store that is configured. */
final class OwnStore {
    private static final int MOST_IN_MEMORY = 100_000;

    private OwnStore() {}

    /**
     * A store, whether it can be used by now or not: if not, calls fail until it can.
     *
     * @throws IllegalArgumentException if an option is wrong; the message names it
     */
    static MessageStore open(StoreOptions options) {
        return switch (options.kind()) {
            case memory, none -> new MemoryMessageStore(MOST_IN_MEMORY);
            case sqlite -> JdbcStores.sqlite(options.sqliteFile(), settings());
            case postgresql ->
                JdbcStores.postgresql(options.postgresqlUrl(), options.user(), options.password(), settings());
        };
    }

    private static JdbcSettings settings() {
        return JdbcSettings.defaults()
                .withNodeName("process " + ProcessHandle.current().pid());
    }
}
