package io.polygator.gateway.account;

import io.polygator.gateway.account.AccountFile.Stamp;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accounts of a file, which may change while the gateway runs. Has no thread: whoever owns it calls {@link #poll}
 * every second or so. Thread-safe.
 */
public final class FileAccounts implements Accounts {
    private static final Logger LOG = LoggerFactory.getLogger(FileAccounts.class);

    private final AccountFile file;
    private final MemoryAccounts inForce;
    private Optional<Stamp> read;
    private Optional<Stamp> lastSeen;

    private FileAccounts(AccountFile file, List<Account> accounts, Optional<Stamp> stamp) {
        this.file = file;
        inForce = new MemoryAccounts(accounts);
        read = stamp;
        lastSeen = stamp;
    }

    /**
     * Reads the file for the first time.
     *
     * @throws AccountFileException if it is refused: there is no former content that could stay in force
     */
    public static FileAccounts open(Path path) throws AccountFileException {
        AccountFile file = new AccountFile(path);
        Optional<Stamp> stamp = file.stamp();
        return new FileAccounts(file, file.read(), stamp);
    }

    @Override
    public Optional<Account> find(String id) {
        return inForce.find(id);
    }

    @Override
    public List<Account> all() {
        return inForce.all();
    }

    @Override
    public Registration listen(AccountListener listener) {
        return inForce.listen(listener);
    }

    /**
     * Reads the file again if it has changed and was the same at the last two polls: half a file may be a valid one with
     * half of the accounts, and reading it would end the sessions of the others.
     */
    public synchronized Reload poll() {
        Optional<Stamp> now = file.stamp();
        boolean settled = now.equals(lastSeen);
        lastSeen = now;
        return settled && !now.equals(read) ? reload(now) : new Reload.Untouched();
    }

    /** Reads the file again at once, changed or not. */
    public synchronized Reload reload() {
        return reload(file.stamp());
    }

    private Reload reload(Optional<Stamp> stamp) {
        read = stamp;
        lastSeen = stamp;
        try {
            List<AccountChange> changes = inForce.replaceAll(file.read());
            LOG.info("Accounts are read from {}: {} in all, {} different", file.path(), all().size(), changes.size());
            return new Reload.Applied(changes);
        } catch (AccountFileException e) {
            LOG.error("{}\nThe accounts that were read before stay in force", e.getMessage());
            return new Reload.Refused(e.problems());
        }
    }
}
