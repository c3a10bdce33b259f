package io.polygator.gateway.account;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts failures per key and says how long a key is locked out. Holds a bounded number of keys. Not thread-safe. */
final class FailureTally<K> {
    private final LockoutPolicy policy;
    private final int threshold;
    private final Map<K, Count> counts = new LinkedHashMap<>();

    FailureTally(LockoutPolicy policy, int threshold) {
        this.policy = policy;
        this.threshold = threshold;
    }

    /** How long the key is still locked out; zero when it is not. */
    Duration remaining(K key, Instant now) {
        Count count = counts.get(key);
        if (count == null || !now.isBefore(count.freeAt())) {
            return Duration.ZERO;
        }
        Duration remaining = Duration.between(now, count.freeAt());
        // longer than any lock-out means that the clock was set back: nobody is locked out until it has caught up
        return remaining.compareTo(policy.longest()) > 0 ? Duration.ZERO : remaining;
    }

    /**
     * Counts a failure.
     *
     * @return how long the key is locked out now
     */
    Duration fail(K key, Instant now) {
        Count before = counts.remove(key); // put back at the end: the order is that of the last failure
        int failures = (before == null ? 0 : remembered(before, now)) + 1;
        Duration lock = policy.lockAfter(failures, threshold);
        counts.put(key, new Count(failures, now.plus(lock)));
        if (counts.size() > policy.remembered()) {
            counts.remove(counts.keySet().iterator().next());
        }
        return lock;
    }

    /** Forgets the failures of the key. */
    void forget(K key) {
        counts.remove(key);
    }

    int size() {
        return counts.size();
    }

    private int remembered(Count count, Instant now) {
        if (now.isBefore(count.freeAt())) {
            return count.failures();
        }
        long forgotten = Duration.between(count.freeAt(), now).dividedBy(policy.forgetAfter());
        return (int) Math.max(0, count.failures() - forgotten);
    }

    /**
     * @param failures not yet forgotten
     * @param freeAt when the lock-out ends, or the last failure when there is none
     */
    private record Count(int failures, Instant freeAt) {}
}
