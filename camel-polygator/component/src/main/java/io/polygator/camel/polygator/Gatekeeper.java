package io.polygator.camel.polygator;

import io.polygator.gateway.account.AccountFileException;
import io.polygator.gateway.account.Accounts;
import io.polygator.gateway.account.Authenticator;
import io.polygator.gateway.account.AuthenticatorSettings;
import io.polygator.gateway.account.Door;
import io.polygator.gateway.account.FileAccounts;
import io.polygator.gateway.account.MemoryAccounts;
import io.polygator.gateway.account.RateLimiter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Who may use the gateway, and how fast: the accounts and what all doors must count together, guesses at secrets and the
 * rate of each account. One for an application. Thread-safe.
 */
public final class Gatekeeper implements AutoCloseable {
    private static final Duration LOOK_AT_FILE_EVERY = Duration.ofSeconds(2);

    private final Accounts accounts;
    private final Authenticator authenticator;
    private final RateLimiter rates;
    private final List<ExecutorService> threads;
    private final List<BiConsumer<Door, String>> arrivals = new CopyOnWriteArrayList<>();

    private Gatekeeper(Accounts accounts, ExecutorService checks, List<ExecutorService> threads) {
        this.accounts = accounts;
        this.threads = threads;
        authenticator = new Authenticator(accounts, checks, InstantSource.system(), AuthenticatorSettings.defaults());
        rates = new RateLimiter(accounts, InstantSource.system());
    }

    /** For accounts that somebody else keeps. */
    public static Gatekeeper of(Accounts accounts) {
        ExecutorService checks = checks();
        return new Gatekeeper(accounts, checks, List.of(checks));
    }

    /** Lets nobody in. */
    public static Gatekeeper ofNobody() {
        return of(new MemoryAccounts(List.of()));
    }

    /**
     * For the accounts of a file, which is read again when it changes.
     *
     * @throws IllegalArgumentException with every problem of the file
     */
    public static Gatekeeper ofFile(Path file) {
        FileAccounts accounts = read(file);
        ExecutorService checks = checks();
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(daemons("polygator-accounts"));
        watch.scheduleWithFixedDelay(
                accounts::poll, LOOK_AT_FILE_EVERY.toMillis(), LOOK_AT_FILE_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return new Gatekeeper(accounts, checks, List.of(checks, watch));
    }

    private static FileAccounts read(Path file) {
        try {
            return FileAccounts.open(file);
        } catch (AccountFileException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Half of the processors at most: a flood of guesses must not take the gateway's own work away. */
    private static ExecutorService checks() {
        int most = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        return Executors.newFixedThreadPool(most, daemons("polygator-secrets"));
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    public Accounts accounts() {
        return accounts;
    }

    /** Says who gets in. */
    public Authenticator authenticator() {
        return authenticator;
    }

    /** Keeps each account to its rate. */
    public RateLimiter rates() {
        return rates;
    }

    /** Who hands a message over, for its origin: reports of what an account sent through a door are found by it. */
    public static String submitter(Door door, String account) {
        return door.name().toLowerCase(Locale.ROOT) + " " + account;
    }

    /** The account can be told what happened, from now on: somebody of it has come in through the door. */
    public void arrived(Door door, String account) {
        arrivals.forEach(arrival -> arrival.accept(door, account));
    }

    /**
     * Tells of every {@link #arrived} from now on.
     *
     * @param arrival must not block
     * @return ends it
     */
    Runnable onArrival(BiConsumer<Door, String> arrival) {
        arrivals.add(arrival);
        return () -> arrivals.remove(arrival);
    }

    /** Ends its threads; the accounts stay as they are. */
    @Override
    public void close() {
        threads.forEach(ExecutorService::shutdownNow);
    }
}
