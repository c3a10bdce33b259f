package io.polygator.gateway.account;

import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;

/** Keeps those out who guess secrets. Holds a bounded number of addresses. Thread-safe. */
final class Lockout {
    private static final int IPV6_OCTETS = 16;
    private static final int IPV6_SITE_BITS = 64;

    private final InstantSource clock;
    private final FailureTally<InetAddress> perAddress;
    private final FailureTally<Guesser> perAccount;

    Lockout(LockoutPolicy policy, InstantSource clock) {
        this.clock = clock;
        perAddress = new FailureTally<>(policy, policy.failuresPerAddress());
        perAccount = new FailureTally<>(policy, policy.failuresPerAccount());
    }

    /** How long attempts on this account from this address are still refused; zero when they are not. */
    synchronized Duration remaining(String id, InetAddress remote) {
        Guesser guesser = guesser(id, remote);
        return longer(
                perAddress.remaining(guesser.site(), clock.instant()), perAccount.remaining(guesser, clock.instant()));
    }

    /**
     * The secret was wrong, or nobody has that name.
     *
     * @return how long attempts are refused now; zero when they are not
     */
    synchronized Duration failed(String id, InetAddress remote) {
        Guesser guesser = guesser(id, remote);
        return longer(perAddress.fail(guesser.site(), clock.instant()), perAccount.fail(guesser, clock.instant()));
    }

    /** The secret was right. The address keeps its count, or a guesser would clear it with an account of his own. */
    synchronized void succeeded(String id, InetAddress remote) {
        perAccount.forget(guesser(id, remote));
    }

    /** How many addresses and guessers are remembered. */
    synchronized int size() {
        return perAddress.size() + perAccount.size();
    }

    /** Names that cannot be an account's are one, so that a stranger cannot fill the memory with long ones. */
    private static Guesser guesser(String id, InetAddress remote) {
        return new Guesser(AccountId.isValid(id) ? id : "", site(remote));
    }

    /** A subscriber of IPv6 has a whole /64 to choose from (RFC 6177), which therefore counts as one address. */
    static InetAddress site(InetAddress remote) {
        return remote.getAddress().length == IPV6_OCTETS ? Network.firstAddress(remote, IPV6_SITE_BITS) : remote;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private record Guesser(String id, InetAddress site) {}
}
