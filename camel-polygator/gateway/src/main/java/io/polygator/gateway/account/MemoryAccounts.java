package io.polygator.gateway.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accounts in memory: what is in force, whoever put it there. Thread-safe. */
public final class MemoryAccounts implements Accounts {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryAccounts.class);
    private static final String DEMO = "demo";
    private static final int DEMO_ROUNDS = 1_000; // its secret is in the handbook

    private final List<AccountListener> listeners = new CopyOnWriteArrayList<>();
    private volatile Map<String, Account> accounts = Map.of();

    /** @throws IllegalArgumentException if two have the same name */
    public MemoryAccounts(Collection<Account> accounts) {
        this.accounts = byName(accounts);
    }

    /** {@code demo} with the secret {@code demo}, which may do everything through every door, from this machine only. */
    public static MemoryAccounts demo() {
        Account demo = Account.of(
                        DEMO,
                        HashedSecret.of(DEMO, DEMO_ROUNDS),
                        AccountAccess.fromThisMachine(EnumSet.allOf(Door.class)))
                .with(InboundClaim.ofChannels(List.of(new ChannelGrant.All())))
                .with(new DoorOptions(
                        new HttpOptions(EnumSet.allOf(HttpScope.class)),
                        SmppOptions.defaults(),
                        new ModemOptions(EnumSet.allOf(AtGrant.class))));
        return new MemoryAccounts(List.of(demo));
    }

    @Override
    public Optional<Account> find(String id) {
        return Optional.ofNullable(accounts.get(id));
    }

    @Override
    public List<Account> all() {
        return List.copyOf(accounts.values());
    }

    @Override
    public Registration listen(AccountListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Puts these accounts in the place of all that were there, at once, and tells the listeners.
     *
     * @return what is different now, in the order of the accounts, those removed last
     * @throws IllegalArgumentException if two have the same name
     */
    public synchronized List<AccountChange> replaceAll(Collection<Account> replacement) {
        Map<String, Account> before = accounts;
        Map<String, Account> after = byName(replacement);
        accounts = after;
        List<AccountChange> changes = differences(before, after);
        changes.forEach(this::tell);
        return changes;
    }

    private static Map<String, Account> byName(Collection<Account> accounts) {
        Map<String, Account> byName = new LinkedHashMap<>();
        for (Account account : accounts) {
            if (byName.put(account.id().value(), account) != null) {
                throw new IllegalArgumentException("two accounts have the name " + account.id());
            }
        }
        return Collections.unmodifiableMap(byName);
    }

    private static List<AccountChange> differences(Map<String, Account> before, Map<String, Account> after) {
        List<AccountChange> changes = new ArrayList<>();
        after.forEach((name, account) -> {
            Account known = before.get(name);
            if (known == null) {
                changes.add(new AccountChange.Added(account));
            } else if (!known.equals(account)) {
                changes.add(new AccountChange.Changed(known, account));
            }
        });
        before.forEach((name, account) -> {
            if (!after.containsKey(name)) {
                changes.add(new AccountChange.Removed(account));
            }
        });
        return List.copyOf(changes);
    }

    /** One listener that fails must not keep the others from ending their sessions. */
    private void tell(AccountChange change) {
        for (AccountListener listener : listeners) {
            try {
                listener.accountChanged(change);
            } catch (RuntimeException e) {
                LOG.error("A listener failed at a change of the account {}", change.id(), e);
            }
        }
    }
}
