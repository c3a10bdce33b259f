package io.polygator.gateway.store.jdbc;

import static io.polygator.gateway.store.MessageStoreContract.done;
import static io.polygator.gateway.store.StoredMessages.queued;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.store.MessageStore;
import io.polygator.gateway.store.Retention;
import io.polygator.gateway.store.StoreUnavailableException;
import io.polygator.gateway.store.StoredMessage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told when the file cannot be used, and that work goes on once it can, without a restart. */
class SqliteTroubleTest {
    private static final Instant ALWAYS = Instant.EPOCH;

    private final Path folder;
    private final Path file;

    SqliteTroubleTest(@TempDir Path folder) {
        this.folder = folder;
        file = folder.resolve("polygator.db");
    }

    @Test
    void aFullDisk() throws Exception {
        SqliteDialect dialect = new SqliteDialect(file, Duration.ofMillis(100));
        PageLimit limit = new PageLimit(dialect);
        JdbcMessageStore store = new JdbcMessageStore(limit, settings());
        store.start();
        try (store) {
            accept(store, "1");
            limit.pages(1);
            assertUnavailable(() -> fill(store)).hasMessageContaining("the disk is full: free some space");
            limit.pages(1_000_000);
            accept(store, "2");
            assertThat(done(store.find(new MessageId("1")))).isPresent();
        }
    }

    @Test
    void aLockOfAnotherProcess() throws Exception {
        try (SqliteStore store = open()) {
            accept(store, "1");
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = other.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                assertUnavailable(() -> accept(store, "2")).hasMessageContaining("another process holds a lock on it");
                assertThat(done(store.find(new MessageId("1")))).isPresent();
                statement.execute("ROLLBACK");
            }
            accept(store, "3");
            assertThat(done(store.find(new MessageId("2")))).isEmpty();
        }
    }

    @Test
    void aFileThatIsNoDatabase() throws Exception {
        Files.writeString(file, "This is not a database, and it is long enough to be taken for one.".repeat(100));
        try (SqliteStore store = open()) {
            assertUnavailable(() -> accept(store, "1")).hasMessageContaining("it is damaged or no database");
            Files.delete(file);
            accept(store, "2");
            assertThat(done(store.find(new MessageId("2")))).isPresent();
        }
    }

    @Test
    void aFileDamagedWhileItIsOpenAndReplacedByABackup() throws Exception {
        Path backup = folder.resolve("backup.db");
        try (SqliteStore store = open()) {
            accept(store, "1");
            done(store.backup(backup));
            done(store.prune(new Retention(ALWAYS, ALWAYS, ALWAYS, ALWAYS, ALWAYS, ALWAYS)));
            damage();
            assertUnavailable(() -> fill(store)).hasMessageContaining("it is damaged or no database");
            Files.deleteIfExists(folder.resolve("polygator.db-wal"));
            Files.deleteIfExists(folder.resolve("polygator.db-shm"));
            Files.move(backup, file, StandardCopyOption.REPLACE_EXISTING);
            accept(store, "9000001");
            assertThat(done(store.find(new MessageId("1")))).isPresent();
        }
    }

    @Test
    void aFolderThatCannotBeMade() throws Exception {
        Path inTheWay = folder.resolve("data");
        Files.writeString(inTheWay, "a file where the folder should be");
        try (SqliteStore store = JdbcStores.sqlite(inTheWay.resolve("polygator.db"), settings())) {
            assertUnavailable(() -> accept(store, "1")).hasMessageContaining("it cannot be opened");
            Files.delete(inTheWay);
            accept(store, "2");
            assertThat(done(store.find(new MessageId("2")))).isPresent();
        }
    }

    @Test
    void aDeadDatabaseIsNotAskedAgainAtOnce() throws Exception {
        SettableClock clock = new SettableClock();
        Path inTheWay = folder.resolve("data");
        Files.writeString(inTheWay, "a file where the folder should be");
        JdbcSettings settings = settings().withClock(clock).withReopenPause(Duration.ofSeconds(1));
        try (SqliteStore store = JdbcStores.sqlite(inTheWay.resolve("polygator.db"), settings)) {
            assertUnavailable(() -> accept(store, "1")).hasMessageContaining("it cannot be opened");
            Files.delete(inTheWay);
            assertUnavailable(() -> accept(store, "1")).hasMessageContaining("it cannot be opened");
            clock.advance(Duration.ofSeconds(1));
            accept(store, "1");
            assertThat(done(store.find(new MessageId("1")))).isPresent();
        }
    }

    private SqliteStore open() {
        return JdbcStores.sqlite(file, settings());
    }

    private static JdbcSettings settings() {
        return JdbcSettings.defaults().withLockWait(Duration.ofMillis(100)).withReopenPause(Duration.ZERO);
    }

    private void damage() throws IOException {
        byte[] rubbish = new byte[4096];
        Arrays.fill(rubbish, (byte) 0x5A);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (long position = 100; position < channel.size(); position += rubbish.length) {
                channel.write(ByteBuffer.wrap(rubbish), position);
            }
        }
    }

    private static void fill(MessageStore store) {
        for (int i = 1000; i < 3000; i++) {
            accept(store, Integer.toString(i));
        }
    }

    private static StoredMessage accept(MessageStore store, String id) {
        CompletionStage<StoredMessage> accepted = store.accept(queued(id, 2), ALWAYS);
        return done(accepted);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertUnavailable(ThrowingCallable call) {
        return assertThatThrownBy(call).hasCauseInstanceOf(StoreUnavailableException.class);
    }
}
