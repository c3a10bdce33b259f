package io.polygator.gateway.account;

import java.util.EnumSet;

/** Accounts for tests, whose secrets are hashed quickly. */
final class SomeAccounts {
    static final String SECRET = "s3cret-8";
    private static final int ROUNDS = 10;

    private SomeAccounts() {}

    static HashedSecret hashed(String secret) {
        return HashedSecret.of(secret, ROUNDS);
    }

    /** Every door, from this machine, the usual secret. */
    static Account named(String id) {
        return Account.of(id, hashed(SECRET), AccountAccess.fromThisMachine(EnumSet.allOf(Door.class)));
    }
}
