package io.polygator.gateway.account;

import io.polygator.gateway.account.Authentication.Denied;
import io.polygator.gateway.account.Authentication.Granted;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Says who gets in. The order of what is looked at: lock-out, name and state, network, door, secret. The first that
 * fails is the reason, yet the slow hash is computed in every case, so that the time of the answer tells a stranger
 * neither which names exist nor what else is wrong. Thread-safe; may be asked on an event loop, since the hash is
 * computed on the executor.
 */
public final class Authenticator {
    private final Accounts accounts;
    private final Executor executor;
    private final SecretCheck check;
    private final CheckSlots slots;
    private final Lockout lockout;
    private final ProvenSecrets proven;
    private final TokenIndex tokens;
    private final AuditLog audit = new AuditLog();

    /**
     * For the lifetime of the accounts, to which it listens.
     *
     * @param executor computes hashes; as many threads as processors may be lost to them for some tenths of a second
     */
    public Authenticator(Accounts accounts, Executor executor, InstantSource clock, AuthenticatorSettings settings) {
        this(accounts, executor, clock, settings, HashedSecret::matches);
    }

    Authenticator(
            Accounts accounts,
            Executor executor,
            InstantSource clock,
            AuthenticatorSettings settings,
            SecretCheck check) {
        this.accounts = accounts;
        this.executor = executor;
        this.check = check;
        slots = new CheckSlots(settings.waiting(), settings.waitingPerAddress());
        lockout = new Lockout(settings.lockout(), clock);
        ProvenSecrets secrets = new ProvenSecrets(clock, settings.provenFor(), settings.provenAccounts());
        accounts.listen(change -> secrets.forget(change.id()));
        proven = secrets;
        tokens = new TokenIndex(accounts);
    }

    /**
     * Checks who somebody is and whether he may come in. A secret that was proven lately is answered at once, on the
     * calling thread; any other on the executor.
     */
    public CompletionStage<Authentication> authenticate(Attempt attempt) {
        Duration locked = lockout.remaining(attempt.id(), attempt.remote());
        if (!locked.isZero()) {
            return turnAway(attempt, new Denied(Denial.LOCKED_OUT, locked));
        }
        Optional<Account> account = accounts.find(attempt.id());
        if (account.isPresent() && proven.contains(account.get(), attempt.secret())) {
            return CompletableFuture.completedFuture(admit(attempt, account.get()));
        }
        return checkLater(attempt, account);
    }

    /**
     * Lets software in that can tell no secret: what speaks AT to a virtual modem, which the operator has given to an
     * account. State, network and door are looked at as ever.
     */
    public Authentication admitModem(String id, InetAddress remote) {
        Attempt attempt = new Attempt(Door.MODEM, id, "", remote);
        Optional<Account> account = accounts.find(id);
        if (account.isPresent()) {
            return admit(attempt, account.get());
        }
        audit.denied(attempt, Denial.UNKNOWN);
        return denied(Denial.UNKNOWN);
    }

    /** Checks a token, which says itself whose it is. Cheap: the answer is there at once. */
    public Authentication authenticate(Door door, String token, InetAddress remote) {
        Attempt stranger = new Attempt(door, "", token, remote);
        Duration locked = lockout.remaining(stranger.id(), remote);
        if (!locked.isZero()) {
            audit.turnedAway(stranger, Denial.LOCKED_OUT);
            return new Denied(Denial.LOCKED_OUT, locked);
        }
        return tokens.find(token)
                .map(account -> admit(new Attempt(door, account.id().value(), token, remote), account))
                .orElseGet(() -> failed(stranger, Optional.empty()));
    }

    private CompletionStage<Authentication> checkLater(Attempt attempt, Optional<Account> account) {
        InetAddress site = Lockout.site(attempt.remote());
        if (!slots.take(site)) {
            return busy(attempt);
        }
        try {
            return CompletableFuture.supplyAsync(() -> checkNow(attempt, account, site), executor);
        } catch (RejectedExecutionException e) {
            slots.release(site);
            return busy(attempt);
        }
    }

    private Authentication checkNow(Attempt attempt, Optional<Account> account, InetAddress site) {
        try {
            HashedSecret hashed = account.map(Account::secret).orElseGet(this::decoy);
            boolean right = check.matches(hashed, attempt.secret());
            return account.isPresent() && right ? proved(attempt, account.get()) : failed(attempt, account);
        } finally {
            slots.release(site);
        }
    }

    /** The account may have changed while the hash was computed: what counts is how it is now. */
    private Authentication proved(Attempt attempt, Account checked) {
        Optional<Account> now = accounts.find(attempt.id());
        if (now.isEmpty() || !now.get().secret().equals(checked.secret())) {
            return failed(attempt, now);
        }
        lockout.succeeded(attempt.id(), attempt.remote());
        proven.add(now.get(), attempt.secret());
        return admit(attempt, now.get());
    }

    private Authentication admit(Attempt attempt, Account account) {
        Optional<Denial> denial = account.access().denial(attempt.door(), attempt.remote());
        if (denial.isPresent()) {
            audit.denied(attempt, denial.get());
            return denied(denial.get());
        }
        audit.granted(attempt);
        return new Granted(account);
    }

    private Authentication failed(Attempt attempt, Optional<Account> account) {
        Denial reason = account.map(known ->
                        known.access().denial(attempt.door(), attempt.remote()).orElse(Denial.SECRET))
                .orElse(Denial.UNKNOWN);
        audit.denied(attempt, reason);
        Duration lock = lockout.failed(attempt.id(), attempt.remote());
        if (!lock.isZero()) {
            audit.lockedOut(attempt, reason, lock);
        }
        return new Denied(reason, lock);
    }

    /** Stands in for the secret of an account that does not exist, with as much work as the hardest one that does. */
    private HashedSecret decoy() {
        return HashedSecret.decoy(accounts.all().stream()
                .mapToInt(account -> account.secret().rounds())
                .max()
                .orElse(HashedSecret.defaultRounds()));
    }

    private CompletionStage<Authentication> busy(Attempt attempt) {
        return turnAway(attempt, new Denied(Denial.BUSY, Duration.ofSeconds(1)));
    }

    private CompletionStage<Authentication> turnAway(Attempt attempt, Denied denied) {
        audit.turnedAway(attempt, denied.reason());
        return CompletableFuture.completedFuture(denied);
    }

    private static Denied denied(Denial reason) {
        return new Denied(reason, Duration.ZERO);
    }
}
