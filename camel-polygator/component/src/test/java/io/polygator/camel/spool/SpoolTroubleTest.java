package io.polygator.camel.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.AccountAccess;
import io.polygator.gateway.account.AccountLimits;
import io.polygator.gateway.account.Door;
import io.polygator.gateway.account.HashedSecret;
import io.polygator.gateway.account.MemoryAccounts;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.quota.BudgetExhaustedException;
import io.polygator.gateway.quota.SegmentBudget;
import io.polygator.gateway.store.StoreFullException;
import io.polygator.simulator.fault.Fault;
import io.polygator.simulator.fault.FaultPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that cannot go on for now: where they wait, and that they go on afterwards. */
class SpoolTroubleTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    private Path directory;

    @SuppressWarnings("NullAway.Init") // by each test
    private SpoolGateway spool;

    @AfterEach
    void stop() {
        spool.close();
    }

    private static Account acme(long segmentsPerDay) {
        return Account.of("acme", HashedSecret.of("secret"), AccountAccess.fromThisMachine(Set.of(Door.HTTP)))
                .with(new AccountLimits(
                        Optional.empty(), new SegmentBudget(OptionalLong.of(segmentsPerDay), OptionalLong.empty())));
    }

    private void awaitRetry(Class<? extends Exception> after) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(spool.retried()).hasAtLeastOneElementOfType(after));
    }

    private void awaitFiles(String folder, int count) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(spool.files(folder)).as(folder).hasSize(count));
    }

    @Test
    void whatTheBudgetHasNoRoomForStaysInOutgoingUntilItHas() throws Exception {
        MemoryAccounts accounts = new MemoryAccounts(List.of(acme(1)));
        spool = SpoolGateway.start(directory, "acme", accounts);
        spool.put("first", "To: 380671234567\n\nfirst\n");
        awaitFiles("sent", 1);

        spool.put("second", "To: 380671234567\n\nsecond\n");
        awaitRetry(BudgetExhaustedException.class);
        assertThat(spool.files("outgoing")).hasSize(1);
        assertThat(spool.files("failed")).isEmpty();

        accounts.replaceAll(List.of(acme(2)));
        awaitFiles("sent", 2);
        assertThat(spool.texts()).containsExactly("first", "second");
    }

    @Test
    void whatTheStoreHasNoRoomForStaysInOutgoingUntilItHas() throws Exception {
        spool = SpoolGateway.start(directory);
        spool.storeAnswers(Optional.of(new StoreFullException("the disk is full")));
        spool.put("full", "To: 380671234567\n\nonce\n");
        awaitRetry(StoreFullException.class);
        assertThat(spool.files("outgoing")).hasSize(1);
        assertThat(spool.files("failed")).isEmpty();

        spool.storeAnswers(Optional.empty());
        awaitFiles("sent", 1);
        assertThat(spool.texts()).containsExactly("once");
    }

    @Test
    void whatNobodyCanKnowYetWaitsInChecked() throws Exception {
        spool = SpoolGateway.start(directory, FaultPlan.none().at(0, 1, Fault.LINK_CUT_SENT));
        spool.put("doubt", "To: 380671234567\nQueue: g-1\nReport: yes\n\nin doubt\n");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(spool.messages())
                .singleElement()
                .satisfies(status -> assertThat(status.state()).isEqualTo(MessageState.UNCONFIRMED)));
        assertThat(spool.texts()).containsExactly("in doubt");
        assertThat(spool.files("checked")).hasSize(1);
        assertThat(spool.files("sent")).isEmpty();
        assertThat(spool.files("failed")).isEmpty();
    }
}
