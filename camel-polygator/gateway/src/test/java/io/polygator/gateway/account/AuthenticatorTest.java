package io.polygator.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gateway.account.Authentication.Denied;
import io.polygator.gateway.account.Authentication.Granted;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** Who gets in. The executor runs when the test says so; the work of checking is counted, not timed. */
class AuthenticatorTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final InetAddress ELSEWHERE = address("203.0.113.9");
    private static final Account ACME = SomeAccounts.named("acme");

    private final SettableClock clock = new SettableClock();
    private final MemoryAccounts accounts = new MemoryAccounts(List.of(ACME));
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final List<Integer> rounds = new ArrayList<>();
    private final Authenticator authenticator =
            new Authenticator(accounts, tasks::add, clock, AuthenticatorSettings.defaults(), this::countedMatch);

    @Test
    void theRightSecretGetsIn() {
        assertThat(answer("acme", SomeAccounts.SECRET)).isEqualTo(new Granted(ACME));
    }

    @Test
    void aTokenGetsInUntilItIsTakenAway() {
        HashedToken.Drawn drawn = HashedToken.draw("ci");
        Account holder = ACME.with(withTokens(drawn.hashed()));
        accounts.replaceAll(List.of(holder));
        assertThat(authenticator.authenticate(Door.HTTP, drawn.token(), HERE)).isEqualTo(new Granted(holder));
        assertThat(authenticator.authenticate(Door.HTTP, drawn.token(), ELSEWHERE))
                .isEqualTo(new Denied(Denial.NETWORK, Duration.ZERO));
        accounts.replaceAll(List.of(ACME));
        assertThat(authenticator.authenticate(Door.HTTP, drawn.token(), HERE))
                .isInstanceOfSatisfying(
                        Denied.class, denied -> assertThat(denied.reason()).isEqualTo(Denial.UNKNOWN));
        assertThat(rounds).isEmpty();
    }

    @Test
    void wrongTokensEndInALockOut() {
        for (int i = 0; i < 20; i++) {
            authenticator.authenticate(Door.HTTP, "pgt_" + i, HERE);
        }
        assertThat(authenticator.authenticate(Door.HTTP, "pgt_x", HERE))
                .isInstanceOfSatisfying(
                        Denied.class, denied -> assertThat(denied.reason()).isEqualTo(Denial.LOCKED_OUT));
    }

    private static DoorOptions withTokens(HashedToken... tokens) {
        DoorOptions doors = ACME.doors();
        return new DoorOptions(new HttpOptions(doors.http().scopes(), List.of(tokens)), doors.smpp(), doors.modem());
    }

    @Test
    void nothingIsHashedOnTheCallersThread() {
        CompletableFuture<Authentication> answer = ask(Door.HTTP, "acme", SomeAccounts.SECRET, HERE);
        assertThat(answer).isNotDone();
        assertThat(rounds).isEmpty();
        runTasks();
        assertThat(answer).isCompleted();
    }

    @Test
    void everyDenialCostsTheSameWork() {
        accounts.replaceAll(List.of(
                ACME,
                acmeAs("off").with(new AccountAccess(AccountState.DISABLED, Set.of(Door.HTTP), Network.LOOPBACK)),
                acmeAs("smpp").with(AccountAccess.fromThisMachine(Set.of(Door.SMPP)))));
        assertThat(reason(Door.HTTP, "acme", "wrong", HERE)).isEqualTo(Denial.SECRET);
        assertThat(reason(Door.HTTP, "nobody", "wrong", HERE)).isEqualTo(Denial.UNKNOWN);
        assertThat(reason(Door.HTTP, "no name!", "wrong", HERE)).isEqualTo(Denial.UNKNOWN);
        assertThat(reason(Door.HTTP, "off", "wrong", HERE)).isEqualTo(Denial.DISABLED);
        assertThat(reason(Door.HTTP, "acme", "wrong", ELSEWHERE)).isEqualTo(Denial.NETWORK);
        assertThat(reason(Door.HTTP, "smpp", "wrong", HERE)).isEqualTo(Denial.DOOR);
        assertThat(reason(Door.HTTP, "off", SomeAccounts.SECRET, ELSEWHERE)).isEqualTo(Denial.DISABLED);
        assertThat(reason(Door.HTTP, "smpp", SomeAccounts.SECRET, ELSEWHERE)).isEqualTo(Denial.NETWORK);
        assertThat(rounds).hasSize(8).containsOnly(ACME.secret().rounds());
    }

    @Test
    void theRightSecretAtTheWrongPlaceIsNoGuess() {
        for (int i = 0; i < 30; i++) {
            assertThat(reason(Door.HTTP, "acme", SomeAccounts.SECRET, ELSEWHERE))
                    .isEqualTo(Denial.NETWORK);
        }
    }

    @Test
    void whoGuessesIsLockedOutUnseenUntilTheTimeIsOver() {
        for (int i = 0; i < 5; i++) {
            assertThat(reason(Door.HTTP, "acme", "wrong", HERE)).isEqualTo(Denial.SECRET);
        }
        rounds.clear();
        assertThat(answer("acme", SomeAccounts.SECRET)).isEqualTo(new Denied(Denial.LOCKED_OUT, Duration.ofSeconds(1)));
        assertThat(rounds).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(answer("acme", SomeAccounts.SECRET)).isEqualTo(new Granted(ACME));
    }

    @Test
    void aProvenSecretIsNotHashedAgainForTenMinutesThroughAnyDoor() {
        answer("acme", SomeAccounts.SECRET);
        rounds.clear();
        clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(ask(Door.SMPP, "acme", SomeAccounts.SECRET, HERE)).isCompletedWithValue(new Granted(ACME));
        assertThat(rounds).isEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(answer("acme", SomeAccounts.SECRET)).isEqualTo(new Granted(ACME));
        assertThat(rounds).hasSize(1);
    }

    @Test
    void aProvenSecretDoesNotOpenAnotherDoorOrAnotherAccount() {
        accounts.replaceAll(
                List.of(ACME.with(AccountAccess.fromThisMachine(Set.of(Door.HTTP))), SomeAccounts.named("other")));
        answer("acme", SomeAccounts.SECRET);
        assertThat(reason(Door.SMPP, "acme", SomeAccounts.SECRET, HERE)).isEqualTo(Denial.DOOR);
        assertThat(reason(Door.HTTP, "acme", SomeAccounts.SECRET, ELSEWHERE)).isEqualTo(Denial.NETWORK);
        assertThat(ask(Door.HTTP, "other", SomeAccounts.SECRET, HERE)).isNotDone();
    }

    @Test
    void aChangeOfTheAccountForgetsItsProof() {
        answer("acme", SomeAccounts.SECRET);
        accounts.replaceAll(List.of(ACME.with(SomeAccounts.hashed("another1"))));
        assertThat(reason(Door.HTTP, "acme", SomeAccounts.SECRET, HERE)).isEqualTo(Denial.SECRET);
        accounts.replaceAll(List.of());
        assertThat(reason(Door.HTTP, "acme", SomeAccounts.SECRET, HERE)).isEqualTo(Denial.UNKNOWN);
    }

    @Test
    void whatChangesWhileTheHashIsComputedCounts() {
        CompletableFuture<Authentication> changed = ask(Door.HTTP, "acme", SomeAccounts.SECRET, HERE);
        accounts.replaceAll(List.of(ACME.with(SomeAccounts.hashed("another1"))));
        runTasks();
        assertThat(changed.join()).isEqualTo(new Denied(Denial.SECRET, Duration.ZERO));

        CompletableFuture<Authentication> removed = ask(Door.HTTP, "acme", "another1", HERE);
        accounts.replaceAll(List.of());
        runTasks();
        assertThat(removed.join()).isEqualTo(new Denied(Denial.UNKNOWN, Duration.ZERO));
    }

    @Test
    void oneAddressTakesEightPlacesAndAllTogetherSixtyFour() {
        for (int site = 0; site < 8; site++) {
            InetAddress remote = address("10.0.0." + site);
            for (int i = 0; i < 8; i++) {
                assertThat(ask(Door.HTTP, "acme", "wrong", remote)).isNotDone();
            }
            assertThat(ask(Door.HTTP, "acme", "wrong", remote)).isCompletedWithValue(busy());
        }
        assertThat(ask(Door.HTTP, "acme", "wrong", HERE)).isCompletedWithValue(busy());
        assertThat(tasks).hasSize(64);
        runTasks();
        assertThat(ask(Door.HTTP, "acme", "wrong", HERE)).isNotDone();
    }

    @Test
    void aProvenSecretGetsInThoughAllPlacesAreTaken() {
        answer("acme", SomeAccounts.SECRET);
        for (int i = 0; i < 64; i++) {
            ask(Door.HTTP, "acme", "wrong", address("10.0.0." + i));
        }
        assertThat(ask(Door.HTTP, "acme", SomeAccounts.SECRET, HERE)).isCompletedWithValue(new Granted(ACME));
    }

    @Test
    void anExecutorThatRefusesIsBusyAndCostsNoPlace() {
        Authenticator refused = new Authenticator(
                accounts,
                task -> {
                    throw new RejectedExecutionException("full");
                },
                clock,
                AuthenticatorSettings.defaults());
        for (int i = 0; i < 100; i++) {
            assertThat(refused.authenticate(new Attempt(Door.HTTP, "acme", "x", HERE))
                            .toCompletableFuture())
                    .isCompletedWithValue(busy());
        }
    }

    @Test
    void aCheckThatFailsGivesItsPlaceBack() {
        Authenticator broken = new Authenticator(
                accounts, Runnable::run, clock, AuthenticatorSettings.defaults(), (hashed, secret) -> {
                    throw new IllegalStateException("no such algorithm");
                });
        for (int i = 0; i < 100; i++) {
            assertThat(broken.authenticate(new Attempt(Door.HTTP, "acme", "x", HERE))
                            .toCompletableFuture())
                    .isCompletedExceptionally();
        }
    }

    @Test
    void aModemNeedsNoSecretButAllElse() {
        assertThat(authenticator.admitModem("acme", HERE)).isEqualTo(new Granted(ACME));
        assertThat(authenticator.admitModem("acme", ELSEWHERE)).isEqualTo(new Denied(Denial.NETWORK, Duration.ZERO));
        assertThat(authenticator.admitModem("nobody", HERE)).isEqualTo(new Denied(Denial.UNKNOWN, Duration.ZERO));
        accounts.replaceAll(List.of(ACME.with(AccountAccess.fromThisMachine(Set.of(Door.HTTP)))));
        assertThat(authenticator.admitModem("acme", HERE)).isEqualTo(new Denied(Denial.DOOR, Duration.ZERO));
    }

    @Test
    void theDemoLetsDemoInFromThisMachineOnly() {
        Authenticator demo =
                new Authenticator(MemoryAccounts.demo(), Runnable::run, clock, AuthenticatorSettings.defaults());
        assertThat(demo.authenticate(new Attempt(Door.SMPP, "demo", "demo", HERE))
                        .toCompletableFuture()
                        .join())
                .isInstanceOf(Granted.class);
        assertThat(demo.authenticate(new Attempt(Door.SMPP, "demo", "demo", ELSEWHERE))
                        .toCompletableFuture()
                        .join())
                .isEqualTo(new Denied(Denial.NETWORK, Duration.ZERO));
    }

    @Test
    void anAttemptPrintsNeitherNameNorSecret() {
        assertThat(new Attempt(Door.HTTP, "acme", "hunter2", HERE).toString()).doesNotContain("acme", "hunter2");
    }

    @Test
    void proofsAreBoundedInNumber() {
        ProvenSecrets proven = new ProvenSecrets(clock, Duration.ofMinutes(1), 2);
        List.of("a", "b", "c").forEach(id -> proven.add(SomeAccounts.named(id), "x"));
        assertThat(proven.size()).isEqualTo(2);
    }

    private static Account acmeAs(String id) {
        return Account.of(id, ACME.secret(), ACME.access());
    }

    private boolean countedMatch(HashedSecret hashed, String secret) {
        rounds.add(hashed.rounds());
        return hashed.matches(secret);
    }

    private Denial reason(Door door, String id, String secret, InetAddress remote) {
        CompletableFuture<Authentication> answer = ask(door, id, secret, remote);
        runTasks();
        return ((Denied) answer.join()).reason();
    }

    private Authentication answer(String id, String secret) {
        CompletableFuture<Authentication> answer = ask(Door.HTTP, id, secret, HERE);
        runTasks();
        return answer.join();
    }

    private CompletableFuture<Authentication> ask(Door door, String id, String secret, InetAddress remote) {
        return authenticator.authenticate(new Attempt(door, id, secret, remote)).toCompletableFuture();
    }

    private void runTasks() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    private static Denied busy() {
        return new Denied(Denial.BUSY, Duration.ofSeconds(1));
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(literal, e);
        }
    }
}
