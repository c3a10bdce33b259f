package io.polygator.gateway.store.jdbc;

import static io.polygator.gateway.store.MessageStoreContract.done;
import static io.polygator.gateway.store.StoredMessages.NOW;
import static io.polygator.gateway.store.StoredMessages.queued;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.polygator.gateway.message.CallFixture;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.store.AddressedEvent;
import io.polygator.gateway.store.Edited;
import io.polygator.gateway.store.FreeChannel;
import io.polygator.gateway.store.MessageStore;
import io.polygator.gateway.store.PendingEvent;
import io.polygator.gateway.store.StoreUnavailableException;
import io.polygator.gateway.store.StoredEdits;
import io.polygator.gateway.store.StoredMessage;
import io.polygator.gateway.store.StoredSubscription;
import io.polygator.gateway.store.WorkRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several processes on one PostgreSQL, played by several stores. */
class SharedStoreInteropTest {
    private static @Nullable PostgresServer server;

    private final SettableClock clock = new SettableClock();

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

    @Test
    void noSegmentIsHandedOverTwice() {
        String database = server().newDatabase();
        try (JdbcMessageStore one = open(database);
                JdbcMessageStore two = open(database)) {
            int messages = 400;
            List<CompletionStage<?>> accepted = new ArrayList<>();
            for (int i = 0; i < messages; i++) {
                accepted.add(one.accept(queued(Integer.toString(1000 + i), 1), Instant.EPOCH));
            }
            accepted.forEach(stage -> done(stage));
            CompletableFuture<Integer> ofOne = CompletableFuture.supplyAsync(() -> sendAll(one, "g8-1"));
            CompletableFuture<Integer> ofTwo = CompletableFuture.supplyAsync(() -> sendAll(two, "g8-2"));
            assertThat(done(ofOne) + done(ofTwo)).isEqualTo(messages);
            for (int i = 0; i < messages; i++) {
                StoredMessage sent = done(one.find(new MessageId(Integer.toString(1000 + i))))
                        .orElseThrow();
                assertThat(sent.segment(1).attempts()).isEqualTo(1);
            }
        }
    }

    @Test
    void whatALivingNodeSendsIsItsOwnUntilItDies() {
        String database = server().newDatabase();
        try (JdbcMessageStore one = open(database);
                JdbcMessageStore two = open(database)) {
            done(one.beat());
            done(one.accept(queued("1", 1), Instant.EPOCH));
            done(one.update(new MessageId("1"), StoredEdits.handOver("g8-1")));
            assertThat(done(two.interrupted(10))).isEmpty();
            clock.advance(NodeTable.DEAD_AFTER.plusSeconds(1));
            done(two.beat());
            assertThat(done(two.interrupted(10))).hasSize(1);
            assertThat(done(one.interrupted(10))).isEmpty();
        }
    }

    @Test
    void aSubscriptionIsServedByOneNodeAndTakenOverWhenThatDies() {
        String database = server().newDatabase();
        try (JdbcMessageStore one = open(database);
                JdbcMessageStore two = open(database)) {
            done(one.outbox().open(new StoredSubscription("crm", Set.of("CALL"), new ChannelChoice.All())));
            done(one.outbox().append(List.of(event("a", 1), event("a", 2))));
            assertThat(pending(one)).hasSize(1);
            assertThat(pending(two)).isEmpty();
            clock.advance(Duration.ofSeconds(40));
            done(one.beat());
            clock.advance(Duration.ofSeconds(40));
            assertThat(pending(two)).isEmpty();
            clock.advance(NodeTable.DEAD_AFTER);
            List<PendingEvent> takenOver = pending(two);
            assertThat(takenOver).hasSize(1);
            assertThat(pending(one)).isEmpty();
            done(two.outbox().handled("crm", takenOver.get(0).number(), NOW));
            assertThat(pending(two)).singleElement().satisfies(next -> assertThat(next.event())
                    .isEqualTo(CallFixture.ringing(2)));
        }
    }

    @Test
    void aSubscriptionThatIsNotAskedForIsLeftToOthers() {
        String database = server().newDatabase();
        try (JdbcMessageStore one = open(database);
                JdbcMessageStore two = open(database)) {
            done(one.outbox().open(new StoredSubscription("crm", Set.of("CALL"), new ChannelChoice.All())));
            done(one.outbox().append(List.of(event("a", 1))));
            done(one.outbox().handled("crm", pending(one).get(0).number(), NOW));
            assertThat(pending(one)).isEmpty();
            clock.advance(NodeTable.BEAT);
            done(one.beat());
            done(two.outbox().append(List.of(event("a", 2))));
            assertThat(pending(two)).hasSize(1);
        }
    }

    @Test
    void aServerThatStopsAndComesBackLosesNothing() {
        PostgresServer own = PostgresServer.start();
        JdbcSettings settings = settings();
        try (own;
                MessageStore store = JdbcStores.postgresql(own.newDatabase(), PostgresServer.USER, "x", settings)) {
            done(store.accept(queued("1", 1), Instant.EPOCH));
            own.stop();
            assertThatThrownBy(() -> done(store.accept(queued("2", 1), Instant.EPOCH)))
                    .hasCauseInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("the store cannot be used")
                    .hasMessageContaining("it cannot be reached");
            assertThatThrownBy(() -> done(store.find(new MessageId("1"))))
                    .hasCauseInstanceOf(StoreUnavailableException.class);
            own.startAgain();
            assertThat(done(store.find(new MessageId("1")))).isPresent();
            done(store.accept(queued("3", 1), Instant.EPOCH));
            assertThat(done(store.find(new MessageId("2")))).isEmpty();
        }
    }

    @Test
    void aConnectionThatDiedUnnoticedIsReplaced() {
        PostgresServer own = PostgresServer.start();
        try (own;
                MessageStore store = JdbcStores.postgresql(own.newDatabase(), PostgresServer.USER, "x", settings())) {
            done(store.accept(queued("1", 1), Instant.EPOCH));
            assertThat(done(store.find(new MessageId("1")))).isPresent();
            own.stop();
            own.startAgain();
            done(store.accept(queued("2", 1), Instant.EPOCH));
            assertThat(done(store.find(new MessageId("2")))).isPresent();
        }
    }

    @Test
    void aCommitWhoseAnswerIsLostIsMadeOnce() {
        JdbcSettings settings = settings();
        LostCommit losing = new LostCommit(
                new PostgresDialect(server().newDatabase(), PostgresServer.USER, PostgresServer.PASSWORD, settings));
        JdbcMessageStore store = new JdbcMessageStore(losing, settings);
        store.start();
        try (store) {
            done(store.outbox().open(new StoredSubscription("crm", Set.of("CALL"), new ChannelChoice.All())));
            for (boolean tookPlace : new boolean[] {true, false}) {
                String id = tookPlace ? "1" : "2";
                losing.loseNext(tookPlace);
                done(store.accept(queued(id, 1), Instant.EPOCH));
                losing.loseNext(tookPlace);
                done(store.update(
                        new MessageId(id),
                        before -> new Edited(
                                before.with(before.segment(1).queuedAgain(NOW, "once")),
                                List.of(event(id, 1)),
                                List.of(),
                                List.of())));
                assertThat(done(store.find(new MessageId(id)))
                                .orElseThrow()
                                .segment(1)
                                .setbacks())
                        .isEqualTo(1);
            }
            assertThat(pending(store)).hasSize(2);
        }
    }

    @Test
    void aPasswordIsNotRepeated() {
        assertThatThrownBy(() -> JdbcStores.postgresql(
                        "jdbc:nonsense://u:hunter2@h/d?password=hunter2", "u", "hunter2", settings()))
                .hasMessageContaining("jdbc:postgresql://host:port/database")
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }

    private static int sendAll(MessageStore store, String channel) {
        FreeChannel free = new FreeChannel(channel, "g8", Set.of(), Optional.empty(), Optional.empty());
        int sent = 0;
        while (true) {
            List<StoredMessage> due = done(store.due(new WorkRequest(List.of(free), Set.of(), Set.of(), NOW, 20)))
                    .messages();
            if (due.isEmpty()) {
                return sent;
            }
            for (StoredMessage message : due) {
                sent += handOver(store, message.id(), channel) ? 1 : 0;
            }
        }
    }

    private static boolean handOver(MessageStore store, MessageId id, String channel) {
        return done(store.update(
                        id,
                        before -> before.segment(1).state() == MessageState.QUEUED
                                ? StoredEdits.handOver(channel).apply(before)
                                : Edited.quietly(before)))
                .orElseThrow()
                .changed();
    }

    private static List<PendingEvent> pending(MessageStore store) {
        return done(store.outbox().pending("crm", Set.of(), NOW, 10)).events();
    }

    private static AddressedEvent event(String source, int number) {
        return new AddressedEvent(CallFixture.ringing(number), source, Set.of("crm"));
    }

    private JdbcMessageStore open(String database) {
        JdbcSettings settings = settings();
        JdbcMessageStore store = new JdbcMessageStore(
                new PostgresDialect(database, PostgresServer.USER, PostgresServer.PASSWORD, settings), settings);
        store.start();
        return store;
    }

    private JdbcSettings settings() {
        return JdbcSettings.defaults().withClock(clock).withReopenPause(Duration.ZERO);
    }

    private static PostgresServer server() {
        return Objects.requireNonNull(server);
    }
}
