package io.polygator.gateway.account;

import java.time.Duration;

/**
 * How guessing is slowed down. Failures are counted per address and account, so that one program with an old password
 * does not keep its neighbours behind the same address out; and, with more patience, per address. From the given number
 * on, each failure closes the door, at first for {@code first}, then for twice as long each time.
 *
 * @param failuresPerAccount failures of one account from one address, at least 1
 * @param failuresPerAddress failures from one address, whatever the account, at least 1
 * @param first how long the first lock-out lasts
 * @param longest how long a lock-out lasts at most
 * @param forgetAfter one failure is forgotten for each such time without one while the door is open
 * @param remembered for how many addresses at most failures are counted; beyond, the oldest are forgotten
 */
public record LockoutPolicy(
        int failuresPerAccount,
        int failuresPerAddress,
        Duration first,
        Duration longest,
        Duration forgetAfter,
        int remembered) {

    public LockoutPolicy {
        if (failuresPerAccount < 1 || failuresPerAddress < 1 || remembered < 1) {
            throw new IllegalArgumentException("numbers of failures and of remembered addresses must be at least 1");
        }
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("a lock-out lasts longer than nothing and no longer than " + longest);
        }
        if (forgetAfter.isNegative() || forgetAfter.isZero()) {
            throw new IllegalArgumentException("forgetAfter must be longer than nothing, was " + forgetAfter);
        }
    }

    /** 5 failures of an account, 20 of an address, 1 second to 15 minutes, one forgotten in 5 minutes, 10,000 addresses. */
    public static LockoutPolicy defaults() {
        return new LockoutPolicy(5, 20, Duration.ofSeconds(1), Duration.ofMinutes(15), Duration.ofMinutes(5), 10_000);
    }

    /** How long the door is closed after so many failures. */
    Duration lockAfter(int failures, int threshold) {
        if (failures < threshold) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - threshold, 30); // 2^30 seconds are beyond any longest
        Duration lock = first.multipliedBy(1L << doublings);
        return lock.compareTo(longest) < 0 ? lock : longest;
    }
}
