package io.polygator.gateway.account;

import java.time.Duration;

/**
 * How secrets are checked.
 *
 * @param waiting how many checks may wait or run at once, at least 1; more are answered {@link Denial#BUSY}
 * @param waitingPerAddress how many of them for one address, at least 1
 * @param provenFor how long a proven secret is not checked again
 * @param provenAccounts of how many accounts that is remembered, at least 1
 * @param lockout how guessing is slowed down
 */
public record AuthenticatorSettings(
        int waiting, int waitingPerAddress, Duration provenFor, int provenAccounts, LockoutPolicy lockout) {

    public AuthenticatorSettings {
        if (waiting < 1 || waitingPerAddress < 1 || provenAccounts < 1) {
            throw new IllegalArgumentException("waiting, waitingPerAddress and provenAccounts must be at least 1");
        }
        if (provenFor.isNegative()) {
            throw new IllegalArgumentException("provenFor must not be negative, was " + provenFor);
        }
    }

    /** 64 checks, 8 for one address, 10 minutes, 1,000 accounts. */
    public static AuthenticatorSettings defaults() {
        return new AuthenticatorSettings(64, 8, Duration.ofMinutes(10), 1_000, LockoutPolicy.defaults());
    }
}
