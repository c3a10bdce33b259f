package io.polygator.smpp.session;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Who may connect: so many at once, and so many of them from one address. A connection whose bind was refused keeps its
 * place for a second more, however quickly it hangs up: that bounds the binds that an address can have refused in a
 * second, whatever the reason, and keeps nobody out for longer. Who guesses secrets is the authenticator's to keep out,
 * since it alone knows a guess from a mishap. Thread-safe.
 */
public final class Visitors {
    private static final Duration AFTER_REFUSAL = Duration.ofSeconds(1);

    private final SessionLimits limits;
    private final InstantSource clock;
    private final Map<InetAddress, Integer> connected = new HashMap<>();
    private final Deque<Refused> refused = new ArrayDeque<>();
    private int total;

    /** Gone since that moment, its bind refused, and still counted. */
    private record Refused(InetAddress address, Instant since) {

        /** Also when the clock was put back. */
        boolean isOver(Instant now) {
            return now.isBefore(since) || !now.isBefore(since.plus(AFTER_REFUSAL));
        }
    }

    public Visitors(SessionLimits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** Lets somebody in who will {@link #leave}, one way or the other; false when it may not come in. */
    synchronized boolean enter(InetAddress address) {
        forgetRefused();
        int fromAddress = connected.getOrDefault(address, 0);
        if (total >= limits.connections() || fromAddress >= limits.connectionsPerAddress()) {
            return false;
        }
        total++;
        connected.put(address, fromAddress + 1);
        return true;
    }

    private void forgetRefused() {
        Instant now = clock.instant();
        while (!refused.isEmpty() && refused.getFirst().isOver(now)) {
            leave(refused.removeFirst().address());
        }
    }

    synchronized void leave(InetAddress address) {
        total--;
        connected.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
    }

    /** It is gone, and its bind was refused. */
    synchronized void leaveRefused(InetAddress address) {
        refused.addLast(new Refused(address, clock.instant()));
    }
}
