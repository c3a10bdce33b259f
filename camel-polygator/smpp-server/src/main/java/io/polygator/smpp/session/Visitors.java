package io.polygator.smpp.session;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who may connect: so many at once, so many from one address, and nobody who keeps failing to bind. Thread-safe. */
public final class Visitors {
    private static final int REMEMBERED = 10_000;
    private static final int MOST_DOUBLINGS = 9;
    private static final Duration FIRST_LOCK = Duration.ofSeconds(1);
    private static final Duration FORGIVEN_AFTER = Duration.ofMinutes(15);

    private final SessionLimits limits;
    private final InstantSource clock;
    private final Map<InetAddress, Integer> connected = new HashMap<>();
    private final Map<InetAddress, Failures> failures = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<InetAddress, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };
    private int total;

    private record Failures(int count, Instant last, Instant lockedUntil) {}

    public Visitors(SessionLimits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** Lets somebody in who will {@link #leave}; false when it may not come in. */
    synchronized boolean enter(InetAddress address) {
        int fromAddress = connected.getOrDefault(address, 0);
        if (total >= limits.connections() || fromAddress >= limits.connectionsPerAddress() || isLocked(address)) {
            return false;
        }
        total++;
        connected.put(address, fromAddress + 1);
        return true;
    }

    private boolean isLocked(InetAddress address) {
        Failures failed = failures.get(address);
        return failed != null && clock.instant().isBefore(failed.lockedUntil());
    }

    synchronized void leave(InetAddress address) {
        total--;
        connected.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
    }

    /** A bind failed; for how long the address is locked out now, zero for not. */
    synchronized Duration bindFailed(InetAddress address) {
        Instant now = clock.instant();
        Failures before = failures.remove(address);
        boolean fresh = before == null || before.last().plus(FORGIVEN_AFTER).isBefore(now);
        int count = fresh ? 1 : before.count() + 1;
        Duration lock = lock(count);
        failures.put(address, new Failures(count, now, now.plus(lock)));
        return lock;
    }

    private Duration lock(int count) {
        int beyond = count - limits.bindFailures();
        return beyond < 0 ? Duration.ZERO : FIRST_LOCK.multipliedBy(1L << Math.min(beyond, MOST_DOUBLINGS));
    }

    /** A bind succeeded: what failed before was a mistake. */
    synchronized void bindSucceeded(InetAddress address) {
        failures.remove(address);
    }
}
