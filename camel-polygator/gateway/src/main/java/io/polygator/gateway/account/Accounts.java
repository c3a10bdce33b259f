package io.polygator.gateway.account;

import java.util.List;
import java.util.Optional;

/** The accounts as they are now. Thread-safe; looking something up never waits. */
public interface Accounts {

    /** The account of this name. */
    Optional<Account> find(String id);

    /** All accounts, in the order of their file. */
    List<Account> all();

    /**
     * Tells of every change from now on.
     *
     * @return ends it
     */
    Registration listen(AccountListener listener);

    /** A listener that is told. */
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
