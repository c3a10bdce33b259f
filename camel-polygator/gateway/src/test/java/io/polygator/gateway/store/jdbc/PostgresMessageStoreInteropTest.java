package io.polygator.gateway.store.jdbc;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.polygator.gateway.store.MessageStore;
import io.polygator.gateway.store.MessageStoreContract;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresMessageStoreInteropTest extends MessageStoreContract {
    private static @Nullable PostgresServer server;

    @BeforeAll
    static void startServer() {
        assumeThat(PostgresServer.missing()).isEmpty();
        server = PostgresServer.start();
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    protected MessageStore open() {
        return JdbcStores.postgresql(
                Objects.requireNonNull(server).newDatabase(),
                PostgresServer.USER,
                PostgresServer.PASSWORD,
                JdbcSettings.defaults());
    }

    @Override
    protected Optional<Duration> poll() {
        return Optional.of(JdbcOutbox.POLL);
    }
}
