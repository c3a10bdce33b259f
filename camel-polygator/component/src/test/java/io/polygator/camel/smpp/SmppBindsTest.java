package io.polygator.camel.smpp;

import static io.polygator.camel.smpp.AccountedServer.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.AccountAccess;
import io.polygator.gateway.account.AccountState;
import io.polygator.gateway.account.Door;
import io.polygator.gateway.account.Network;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.InterfaceVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may bind as what, what the others are told, and whom that keeps out. */
class SmppBindsTest {
    private static final int RSYSERR = 0x08;
    private static final int RBINDFAIL = 0x0D;
    private static final int RINVPASWD = 0x0E;
    private static final int GUESSES_OF_AN_ACCOUNT = 5;
    private static final int GUESSES_OF_AN_ADDRESS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @ParameterizedTest(name = "{0}")
    @CsvSource({"transmitter, BIND_TX", "receiver, BIND_RX", "transceiver, BIND_TRX"})
    void anAccountBindsAsItMayOnly(String allowed, BindType type) throws Exception {
        try (AccountedServer server = AccountedServer.of(account("crm", "bindTypes: " + allowed))) {
            try (TestEsme esme = server.bind("crm", type)) {
                assertThat(esme.session().getSessionState().isBound()).isTrue();
            }
            for (BindType other : BindType.values()) {
                if (other != type) {
                    assertThat(server.refusalOf("crm", AccountedServer.PASSWORD, other))
                            .isEqualTo(RBINDFAIL);
                }
            }
        }
    }

    @Test
    void anAccountHasAsManyBindsAsItMay() throws Exception {
        try (AccountedServer server = AccountedServer.of(account("crm", "maxBinds: 2"), account("shop"));
                TestEsme first = server.bind("crm", BindType.BIND_TX);
                TestEsme second = server.bind("crm", BindType.BIND_RX)) {
            assertThat(server.refusalOf("crm")).isEqualTo(RBINDFAIL);
            try (TestEsme other = server.bind("shop")) {
                assertThat(other.session().getSessionState().isBound()).isTrue();
            }

            first.close();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(server.binds()).hasSize(1));
            try (TestEsme again = server.bind("crm")) {
                assertThat(again.session().getSessionState().isBound()).isTrue();
            }
            assertThat(second.session().getSessionState().isBound()).isTrue();
        }
    }

    @Test
    void whoComesBackWhileItsDeadSessionCountsLocksNobodyOut() throws Exception {
        try (AccountedServer server = AccountedServer.of(account("crm", "maxBinds: 1"), account("shop"))) {
            TestEsme dead = server.bind("crm");
            for (int i = 0; i < 2 * GUESSES_OF_AN_ADDRESS; i++) {
                assertThat(server.refusalOf("crm")).isEqualTo(RBINDFAIL);
            }

            try (TestEsme neighbour = server.bind("shop")) {
                assertThat(neighbour.session().getSessionState().isBound()).isTrue();
            }
            dead.close();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(server.binds()).isEmpty());
            try (TestEsme back = server.bind("crm")) {
                assertThat(back.session().getSessionState().isBound()).isTrue();
            }
        }
    }

    /** How many guesses are answered with the status before the guesser is told to try later. */
    private static int guessesAnsweredWith(int status, IntFunction<Integer> guess) {
        for (int guesses = 0; guesses < 10 * GUESSES_OF_AN_ADDRESS; guesses++) {
            int answer = guess.apply(guesses);
            if (answer == RSYSERR) {
                return guesses;
            }
            assertThat(answer).isEqualTo(status);
        }
        throw new AssertionError("one may guess for ever");
    }

    @Test
    void whoGuessesTheSecretOfAnAccountIsToldToTryLaterAndItsNeighboursAreNot() throws Exception {
        try (AccountedServer server = AccountedServer.of(account("crm"), account("shop"))) {
            assertThat(guessesAnsweredWith(
                            RBINDFAIL, number -> server.refusalOf("crm", "guess" + number, BindType.BIND_TRX)))
                    .isGreaterThanOrEqualTo(GUESSES_OF_AN_ACCOUNT);

            try (TestEsme neighbour = server.bind("shop")) {
                assertThat(neighbour.session().getSessionState().isBound()).isTrue();
            }
            await().atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .untilAsserted(() -> server.bind("crm").close());
        }
    }

    @Test
    void whoGuessesNamesIsToldToTryLater() throws Exception {
        try (AccountedServer server = AccountedServer.of(account("crm"))) {
            assertThat(guessesAnsweredWith(RBINDFAIL, number -> server.refusalOf("somebody" + number)))
                    .isGreaterThanOrEqualTo(GUESSES_OF_AN_ADDRESS);
        }
    }

    @Test
    void whatCannotBeCheckedNowIsToldToTryLaterAndIsNoGuess() throws Exception {
        try (AccountedServer server = AccountedServer.of(account("crm", "bindErrors: legacy"), account("shop"))) {
            server.bind("shop").close();
            server.checkNoMoreSecrets();
            for (int i = 0; i < 2 * GUESSES_OF_AN_ADDRESS; i++) {
                assertThat(server.refusalOf("crm")).isEqualTo(RSYSERR);
            }

            try (TestEsme known = server.bind("shop")) {
                assertThat(known.session().getSessionState().isBound()).isTrue();
            }
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"standard, 0x0D", "legacy, 0x0E"})
    void aWrongSecretIsToldAsTheAccountWants(String bindErrors, String status) throws Exception {
        try (AccountedServer server = AccountedServer.of(account("crm", "bindErrors: " + bindErrors))) {
            assertThat(server.refusalOf("crm", "wrong", BindType.BIND_TRX)).isEqualTo(Integer.decode(status));
            assertThat(server.refusalOf("nobody", "wrong", BindType.BIND_TRX)).isEqualTo(RBINDFAIL);
        }
    }

    static Stream<Arguments> whatMayPass() {
        return Stream.of(
                Arguments.of("disabled", new AccountAccess(AccountState.DISABLED, Set.of(Door.SMPP), Network.LOOPBACK)),
                Arguments.of(
                        "from elsewhere only",
                        new AccountAccess(
                                AccountState.ACTIVE, Set.of(Door.SMPP), List.of(Network.parse("192.0.2.0/24")))),
                Arguments.of("by HTTP only", AccountAccess.fromThisMachine(Set.of(Door.HTTP))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatMayPass")
    void whatMayPassNeverStopsAClientForGood(String name, AccountAccess access) throws Exception {
        Account legacy = account("crm", "bindErrors: legacy", "maxBinds: 1");
        try (AccountedServer server = AccountedServer.of(legacy.with(access))) {
            assertThat(server.refusalOf("crm")).isEqualTo(RBINDFAIL);
            assertThat(server.refusalOf("crm", "wrong", BindType.BIND_TRX)).isEqualTo(RBINDFAIL);

            server.replaceAccounts(legacy);
            assertThat(server.refusalOf("crm", "wrong", BindType.BIND_TRX)).isEqualTo(RINVPASWD);
            try (TestEsme let = server.bind("crm")) {
                assertThat(server.refusalOf("crm")).as("one bind too many").isEqualTo(RBINDFAIL);
                assertThat(let.session().getSessionState().isBound()).isTrue();
            }
        }
    }

    @Test
    void aLockedOutClientOfTheOldKindIsToldToTryLaterToo() throws Exception {
        try (AccountedServer server = AccountedServer.of(account("crm", "bindErrors: legacy"))) {
            assertThat(guessesAnsweredWith(
                            RINVPASWD, number -> server.refusalOf("crm", "guess" + number, BindType.BIND_TRX)))
                    .isGreaterThanOrEqualTo(GUESSES_OF_AN_ACCOUNT);
        }
    }

    @Test
    void aPeerOfTheOldVersionIsATransceiverForTheLenientOnly() throws Exception {
        try (AccountedServer server = AccountedServer.of(
                account("strict", "strictness: strict"), account("lenient", "strictness: lenient"))) {
            assertThat(server.refusalOf("strict", InterfaceVersion.IF_33)).isEqualTo(RBINDFAIL);
            try (TestEsme lenient = server.bind("lenient", InterfaceVersion.IF_33)) {
                assertThat(lenient.session().getSessionState().isBound()).isTrue();
            }
        }
    }
}
