package io.polygator.gsm.modem;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts restarts that nobody asked for: more than three in ten minutes point to the power supply. Modem loop only. */
final class RebootCount {
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int TOLERATED = 3;

    private final InstantSource clock;
    private final Deque<Instant> reboots = new ArrayDeque<>();

    RebootCount(InstantSource clock) {
        this.clock = clock;
    }

    /** Counts one more and says whether they are too many; then the count begins anew. */
    boolean isTooManyWith() {
        Instant now = clock.instant();
        reboots.removeIf(reboot -> reboot.isBefore(now.minus(WINDOW)));
        reboots.add(now);
        boolean tooMany = reboots.size() > TOLERATED;
        if (tooMany) {
            reboots.clear();
        }
        return tooMany;
    }
}
