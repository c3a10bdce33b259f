package io.polygator.gateway.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps each account to its rate, over all its doors and binds together. Thread-safe; never waits. The bucket of an
 * account is kept as one moment, that at which it will be full again (the "theoretical arrival time" of ITU-T I.371), so
 * that nothing runs between two calls and nothing is rounded.
 */
public final class RateLimiter {
    private final InstantSource clock;
    private final Map<AccountId, Bucket> buckets;

    /** For the lifetime of the accounts, to which it listens. */
    public RateLimiter(Accounts accounts, InstantSource clock) {
        this.clock = clock;
        Map<AccountId, Bucket> owned = new ConcurrentHashMap<>();
        accounts.listen(change -> forgetRemoved(owned, change));
        buckets = owned;
    }

    /**
     * Takes segments out of the account's bucket if it may submit them now. A message of more segments than the burst
     * passes when the bucket is full, and what follows waits the longer.
     *
     * @param segments at least 1
     * @return zero when they are taken; else how long to wait before asking again, and nothing is taken
     */
    public Duration take(Account account, int segments) {
        if (segments < 1) {
            throw new IllegalArgumentException("a message has at least one segment, not " + segments);
        }
        return account.limits()
                .rate()
                .map(limit -> take(account.id(), limit, segments))
                .orElse(Duration.ZERO);
    }

    private Duration take(AccountId id, RateLimit limit, int segments) {
        Bucket bucket = buckets.compute(
                id,
                (key, known) ->
                        known == null || !known.limit.equals(limit) ? new Bucket(limit, clock.instant()) : known);
        return bucket.take(segments, clock.instant());
    }

    private static void forgetRemoved(Map<AccountId, Bucket> buckets, AccountChange change) {
        if (change instanceof AccountChange.Removed) {
            buckets.remove(change.id());
        }
    }

    private static final class Bucket {
        private final RateLimit limit;
        private Instant fullAt;
        private Instant lastSeen;

        Bucket(RateLimit limit, Instant now) {
            this.limit = limit;
            fullAt = now;
            lastSeen = now;
        }

        synchronized Duration take(int segments, Instant now) {
            followClock(now);
            Instant fullFrom = fullAt.isBefore(now) ? now : fullAt;
            int room = limit.burst() - Math.min(segments, limit.burst());
            Instant allowedAt = fullFrom.minus(limit.interval().multipliedBy(room));
            if (allowedAt.isAfter(now)) {
                return Duration.between(now, allowedAt);
            }
            fullAt = fullFrom.plus(limit.interval().multipliedBy(segments));
            return Duration.ZERO;
        }

        /** A clock that is set back must not make an account wait until it has caught up. */
        private void followClock(Instant now) {
            if (now.isBefore(lastSeen)) {
                fullAt = fullAt.minus(Duration.between(now, lastSeen));
            }
            lastSeen = now;
        }
    }
}
