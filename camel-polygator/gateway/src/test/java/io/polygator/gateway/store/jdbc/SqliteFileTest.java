package io.polygator.gateway.store.jdbc;

import static io.polygator.gateway.store.MessageStoreContract.done;
import static io.polygator.gateway.store.StoredMessages.NOW;
import static io.polygator.gateway.store.StoredMessages.queued;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polygator.gateway.message.CallFixture;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.store.AddressedEvent;
import io.polygator.gateway.store.Edited;
import io.polygator.gateway.store.MessageStore;
import io.polygator.gateway.store.PendingEvent;
import io.polygator.gateway.store.Retention;
import io.polygator.gateway.store.StoreUnavailableException;
import io.polygator.gateway.store.StoredEdits;
import io.polygator.gateway.store.StoredSubscription;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the file of a store survives, and how it is kept. */
class SqliteFileTest {
    private final Path file;

    SqliteFileTest(@TempDir Path folder) {
        file = folder.resolve("data/polygator.db");
    }

    @Test
    void everythingIsThereAfterAnotherStart() {
        try (SqliteStore store = open()) {
            done(store.outbox().open(new StoredSubscription("one", Set.of("CALL"), new ChannelChoice.All())));
            done(store.outbox().append(List.of(new AddressedEvent(CallFixture.ringing(1), "a", Set.of("one")))));
            done(store.accept(queued("1", 2), Instant.EPOCH));
        }
        try (SqliteStore store = open()) {
            assertThat(done(store.find(new MessageId("1")))).contains(queued("1", 2));
            assertThat(done(store.outbox().subscriptions())).hasSize(1);
            assertThat(done(store.outbox().pending("one", Set.of(), NOW, 9)).events().stream()
                            .map(PendingEvent::event))
                    .containsExactly(CallFixture.ringing(1));
        }
    }

    @Test
    void whatAnEarlierProcessWasSendingIsInterrupted() {
        try (SqliteStore store = open()) {
            done(store.accept(queued("1", 1), Instant.EPOCH));
            done(store.accept(queued("2", 1), Instant.EPOCH));
            done(store.update(new MessageId("1"), StoredEdits.handOver("g8-1")));
        }
        try (SqliteStore store = open()) {
            assertThat(done(store.interrupted(10)))
                    .singleElement()
                    .satisfies(message -> assertThat(message.id().value()).isEqualTo("1"));
            done(store.update(
                    new MessageId("1"),
                    before -> Edited.quietly(before.with(before.segment(1).unconfirmed("ended", Optional.empty())))));
            assertThat(done(store.interrupted(10))).isEmpty();
        }
    }

    @Test
    void aSecondProcessIsToldWhoHasTheFile() {
        try (SqliteStore first = open();
                SqliteStore second = open()) {
            done(first.accept(queued("1", 1), Instant.EPOCH));
            assertThatThrownBy(() -> done(second.accept(queued("2", 1), Instant.EPOCH)))
                    .hasCauseInstanceOf(StoreUnavailableException.class)
                    .hasMessageNotContaining(file.toString())
                    .hasMessageContaining("another process has it open");
        }
    }

    @Test
    void theFileIsItsOwnersOnly() throws Exception {
        try (SqliteStore store = open()) {
            done(store.accept(queued("1", 1), Instant.EPOCH));
            for (String name : List.of("polygator.db", "polygator.db-wal", "polygator.db.lock")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.resolveSibling(name))))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void aBackupMadeDuringWorkIsAStore() throws Exception {
        Path copy = file.resolveSibling("copy.db");
        try (SqliteStore store = open()) {
            done(store.accept(queued("1", 1), Instant.EPOCH));
            List<CompletionStage<?>> work = new ArrayList<>();
            for (int i = 100; i < 300; i++) {
                work.add(store.accept(queued(Integer.toString(i), 2), Instant.EPOCH));
            }
            done(store.backup(copy));
            work.forEach(stage -> done(stage));
            assertThatThrownBy(() -> done(store.backup(copy))).hasMessageContaining("exists");
        }
        try (SqliteStore store = JdbcStores.sqlite(copy, settings())) {
            assertThat(done(store.find(new MessageId("1")))).contains(queued("1", 1));
            done(store.accept(queued("2", 1), Instant.EPOCH));
        }
    }

    @Test
    void roomIsGivenBack() throws Exception {
        try (SqliteStore store = open()) {
            List<CompletionStage<?>> work = new ArrayList<>();
            for (int i = 1000; i < 3000; i++) {
                MessageId id = new MessageId(Integer.toString(i));
                work.add(store.accept(queued(id.value(), 2), Instant.EPOCH));
                work.add(store.update(
                        id,
                        before -> Edited.quietly(before.withEach(
                                segment -> segment.settled(MessageState.FAILED, NOW, Optional.empty())))));
            }
            work.forEach(stage -> done(stage));
            prune(store, Instant.EPOCH);
            long full = Files.size(file);
            prune(store, NOW.plusSeconds(1));
            assertThat(done(store.find(new MessageId("1000")))).isEmpty();
            assertThat(Files.size(file)).isLessThan(full / 3);
            assertThat(Files.size(file.resolveSibling("polygator.db-wal"))).isZero();
        }
    }

    @Test
    void oneBadChangeHarmsNoOther() {
        try (SqliteStore store = open()) {
            List<CompletionStage<?>> good = new ArrayList<>();
            List<CompletionStage<?>> bad = new ArrayList<>();
            done(store.accept(queued("1", 1), Instant.EPOCH));
            for (int i = 100; i < 200; i++) {
                good.add(store.accept(queued(Integer.toString(i), 1), Instant.EPOCH));
                bad.add(store.update(new MessageId("1"), before -> {
                    throw new IllegalStateException("a rule broke");
                }));
            }
            good.forEach(stage -> done(stage));
            bad.forEach(stage -> assertThatThrownBy(() -> done(stage)).hasMessageContaining("a rule broke"));
            assertThat(done(store.find(new MessageId("150")))).isPresent();
        }
    }

    @Test
    void aFullQueueRefusesByName() {
        try (SqliteStore store = JdbcStores.sqlite(file, settings().withQueueLimit(1))) {
            List<CompletionStage<?>> work = new ArrayList<>();
            for (int i = 100; i < 1000; i++) {
                work.add(store.accept(queued(Integer.toString(i), 1), Instant.EPOCH));
            }
            assertThat(work).anySatisfy(stage -> assertThatThrownBy(() -> done(stage))
                    .hasCauseInstanceOf(StoreUnavailableException.class)
                    .hasMessageNotContaining(file.toString())
                    .hasMessageContaining("is behind"));
        }
    }

    private SqliteStore open() {
        return JdbcStores.sqlite(file, settings());
    }

    private static JdbcSettings settings() {
        return JdbcSettings.defaults();
    }

    private static void prune(MessageStore store, Instant before) {
        done(store.prune(
                new Retention(before, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH)));
    }
}
