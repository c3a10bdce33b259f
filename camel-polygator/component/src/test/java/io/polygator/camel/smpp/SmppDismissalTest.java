package io.polygator.camel.smpp;

import static io.polygator.camel.smpp.AccountedServer.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.AccountAccess;
import io.polygator.gateway.account.AccountLimits;
import io.polygator.gateway.account.AccountState;
import io.polygator.gateway.account.Door;
import io.polygator.gateway.account.HashedSecret;
import io.polygator.gateway.account.Network;
import io.polygator.gateway.account.RateLimit;
import io.polygator.gateway.quota.SegmentBudget;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsmpp.extra.NegativeResponseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which changes of the file of accounts end the sessions of an account, and which leave them. */
class SmppDismissalTest {
    private static final String SOMEBODY = "380677654321";
    private static final int RBINDFAIL = 0x0D;
    private static final int RTHROTTLED = 0x58;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private AccountedServer server;

    @BeforeEach
    void start() throws Exception {
        server = AccountedServer.of(account("crm"), account("shop"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    static Stream<Arguments> losses() throws Exception {
        Account crm = account("crm");
        return Stream.of(
                Arguments.of("removed", Optional.empty()),
                Arguments.of(
                        "disabled",
                        Optional.of(crm.with(
                                new AccountAccess(AccountState.DISABLED, Set.of(Door.SMPP), Network.LOOPBACK)))),
                Arguments.of("another secret", Optional.of(crm.with(HashedSecret.of("another")))),
                Arguments.of(
                        "other networks",
                        Optional.of(crm.with(new AccountAccess(
                                AccountState.ACTIVE, Set.of(Door.SMPP), List.of(Network.parse("192.0.2.0/24")))))),
                Arguments.of("other doors", Optional.of(crm.with(AccountAccess.fromThisMachine(Set.of(Door.HTTP))))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void whoLostWhatLetItInLosesItsSessionsAndOthersKeepTheirs(String name, Optional<Account> changed)
            throws Exception {
        try (TestEsme first = server.bind("crm");
                TestEsme second = server.bind("crm");
                TestEsme shop = server.bind("shop")) {
            Account other = account("shop");
            server.replaceAccounts(
                    changed.map(crm -> new Account[] {crm, other}).orElse(new Account[] {other}));

            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(first.session().getSessionState().isBound()).isFalse();
                assertThat(second.session().getSessionState().isBound()).isFalse();
                assertThat(server.binds()).hasSize(1);
            });
            assertThat(shop.submit(SOMEBODY, "still here")).isNotEmpty();
            assertThat(server.refusalOf("crm")).isEqualTo(RBINDFAIL);
        }
    }

    @Test
    void aSessionOutlivesAChangeOfItsRateAndGoesByTheNewOne() throws Exception {
        try (TestEsme crm = server.bind("crm")) {
            crm.submit(SOMEBODY, "without a limit");
            AccountLimits slow = new AccountLimits(
                    Optional.of(RateLimit.perSecond(new BigDecimal("0.001"), 1)), SegmentBudget.unlimited());
            server.replaceAccounts(account("crm").with(slow), account("shop"));

            crm.submit(SOMEBODY, "the burst");
            assertThatThrownBy(() -> crm.submit(SOMEBODY, "a quarter of an hour too soon"))
                    .isInstanceOfSatisfying(
                            NegativeResponseException.class,
                            refused -> assertThat(refused.getCommandStatus()).isEqualTo(RTHROTTLED));
            server.replaceAccounts(account("crm"), account("shop"));
            assertThat(crm.submit(SOMEBODY, "without a limit again")).isNotEmpty();
        }
    }

    @Test
    void aSessionKeepsTheOptionsOfItsBindUntilTheNextOne() throws Exception {
        try (TestEsme crm = server.bind("crm")) {
            server.replaceAccounts(account("crm", "maxBinds: 1", "window: {deliver: 3}"), account("shop"));

            assertThat(server.refusalOf("crm")).isEqualTo(RBINDFAIL);
            assertThat(crm.submit(SOMEBODY, "still here")).isNotEmpty();
            assertThat(server.binds()).singleElement().satisfies(bind -> assertThat(bind.freeDeliveries())
                    .isEqualTo(10));
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(server.binds()).isEmpty());
        try (TestEsme again = server.bind("crm")) {
            assertThat(server.binds()).singleElement().satisfies(bind -> assertThat(bind.freeDeliveries())
                    .isEqualTo(3));
            assertThat(again.session().getSessionState().isBound()).isTrue();
        }
    }
}
