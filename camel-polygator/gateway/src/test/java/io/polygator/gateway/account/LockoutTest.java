package io.polygator.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How guessing is slowed down. */
class LockoutTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SettableClock clock = new SettableClock();
    private final Lockout lockout = new Lockout(LockoutPolicy.defaults(), clock);

    @Test
    void fromTheFifthFailureOnTheTimeDoublesUpToAQuarterOfAnHour() {
        InetAddress remote = address("203.0.113.9");
        for (int i = 0; i < 4; i++) {
            assertThat(lockout.failed("acme", remote)).isZero();
        }
        for (long seconds : new long[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900}) {
            assertThat(lockout.failed("acme", remote)).isEqualTo(Duration.ofSeconds(seconds));
            clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
            assertThat(lockout.remaining("acme", remote)).isEqualTo(Duration.ofMillis(1));
            clock.advance(Duration.ofMillis(1));
            assertThat(lockout.remaining("acme", remote)).isZero();
        }
    }

    @Test
    void otherAccountsAndOtherAddressesAreLeftAlone() {
        fail("acme", "203.0.113.9", 5);
        assertThat(lockout.remaining("acme", address("203.0.113.9"))).isEqualTo(SECOND);
        assertThat(lockout.remaining("other", address("203.0.113.9"))).isZero();
        assertThat(lockout.remaining("acme", address("203.0.113.10"))).isZero();
    }

    @Test
    void whoTriesManyNamesIsLockedOutByAddress() {
        for (int i = 0; i < 20; i++) {
            lockout.failed("name" + i, address("203.0.113.9"));
        }
        assertThat(lockout.remaining("acme", address("203.0.113.9"))).isEqualTo(SECOND);
        assertThat(lockout.remaining("acme", address("203.0.113.10"))).isZero();
    }

    @Test
    void aSubscriberOfIpv6IsOneAddress() {
        fail("acme", "2001:db8::1", 5);
        assertThat(lockout.remaining("acme", address("2001:db8::ffff:1"))).isEqualTo(SECOND);
        assertThat(lockout.remaining("acme", address("2001:db8:0:1::1"))).isZero();
    }

    @Test
    void oneProgramWithAnOldSecretNeverLocksItsNeighboursOut() {
        InetAddress remote = address("203.0.113.9");
        for (int i = 0; i < 1_000; i++) {
            lockout.failed("forgotten", remote);
            assertThat(lockout.remaining("acme", remote)).isZero();
            clock.advance(lockout.remaining("forgotten", remote).plusSeconds(1));
        }
        assertThat(lockout.remaining("acme", remote)).isZero();
    }

    @Test
    void aRightSecretForgetsTheFailuresOfItsAccountOnly() {
        InetAddress remote = address("203.0.113.9");
        for (int i = 0; i < 19; i++) {
            lockout.failed("acme", remote);
        }
        lockout.succeeded("acme", remote);
        assertThat(lockout.remaining("acme", remote)).isZero();
        assertThat(lockout.failed("acme", remote)).as("of the address").isEqualTo(SECOND);
    }

    @Test
    void failuresAreForgottenOneByOne() {
        fail("acme", "203.0.113.9", 4);
        clock.advance(Duration.ofMinutes(10));
        fail("acme", "203.0.113.9", 2);
        assertThat(lockout.remaining("acme", address("203.0.113.9"))).isZero();
        fail("acme", "203.0.113.9", 1);
        assertThat(lockout.remaining("acme", address("203.0.113.9"))).isEqualTo(SECOND);
    }

    @Test
    void aClockSetBackLocksNobodyOutUntilItHasCaughtUp() {
        fail("acme", "203.0.113.9", 5);
        clock.advance(Duration.ofDays(-1));
        assertThat(lockout.remaining("acme", address("203.0.113.9"))).isZero();
    }

    @Test
    void itsMemoryIsBoundedAndTheOldestGoFirst() {
        LockoutPolicy policy = new LockoutPolicy(1, 1_000, SECOND, Duration.ofMinutes(15), Duration.ofMinutes(5), 100);
        Lockout small = new Lockout(policy, clock);
        for (int i = 0; i < 1_000; i++) {
            small.failed("acme", address("10.0." + i / 256 + "." + i % 256));
        }
        assertThat(small.size()).isEqualTo(200);
        assertThat(small.remaining("acme", address("10.0.3.231"))).isEqualTo(SECOND);
        assertThat(small.remaining("acme", address("10.0.0.0"))).isZero();
    }

    @Test
    void namesThatCannotBeAreOneName() {
        for (int i = 0; i < 5; i++) {
            lockout.failed("no name ".repeat(1_000) + i, address("203.0.113.9"));
        }
        assertThat(lockout.size()).isEqualTo(2);
        assertThat(lockout.remaining("also none!", address("203.0.113.9"))).isEqualTo(SECOND);
    }

    private void fail(String id, String remote, int times) {
        for (int i = 0; i < times; i++) {
            lockout.failed(id, address(remote));
        }
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(literal, e);
        }
    }
}
