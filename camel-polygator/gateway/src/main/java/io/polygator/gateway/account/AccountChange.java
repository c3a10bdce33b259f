package io.polygator.gateway.account;

/** What happened to one account while the gateway runs. */
public sealed interface AccountChange {

    /** Which account. */
    AccountId id();

    /** There is a new one. */
    record Added(Account account) implements AccountChange {
        @Override
        public AccountId id() {
            return account.id();
        }
    }

    /** Something of it differs. A session may go on if what it was granted for is still granted. */
    record Changed(Account before, Account after) implements AccountChange {
        @Override
        public AccountId id() {
            return after.id();
        }
    }

    /** It is gone; its sessions end. */
    record Removed(Account account) implements AccountChange {
        @Override
        public AccountId id() {
            return account.id();
        }
    }
}
