package io.polygator.smpp.session;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The accounts that have been bound since the server started: as many as there are names in the configuration. */
public final class Accounts {
    private final ConcurrentMap<String, Account> byName = new ConcurrentHashMap<>();

    Account of(String name) {
        return byName.computeIfAbsent(name, Account::new);
    }
}
