package io.polygator.gsm.modem;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What to do about a module in trouble: each time something harder than before, and at last nothing for a while. Ten
 * minutes of work without trouble, and it begins again at the bottom. Never cuts the power: over TCP nobody can press
 * the key that brings a module back. Modem loop only.
 */
final class ResetLadder {

    /** In the order of their force. */
    enum Rung {
        /** The start-up commands over the same link. */
        START_UP,
        /** A new link. */
        LINK,
        /** Radio off and on. */
        RADIO,
        /** Restart of the module by command. */
        MODULE,
        /** Nothing for a while. */
        QUARANTINE
    }

    private static final Duration PEACE = Duration.ofMinutes(10);

    private final InstantSource clock;
    private Optional<Rung> last = Optional.empty();
    private Optional<Instant> workingSince = Optional.empty();

    ResetLadder(InstantSource clock) {
        this.clock = clock;
    }

    /** The module works, or seems to. */
    void working() {
        if (workingSince.isEmpty()) {
            workingSince = Optional.of(clock.instant());
        }
    }

    /** Whether nothing is wrong that is not long past. */
    boolean isAtBottom() {
        return last.isEmpty() || isPeaceful();
    }

    /** The next rung, but none below the given one. */
    Rung climb(Rung atLeast) {
        if (isPeaceful()) {
            last = Optional.empty();
        }
        workingSince = Optional.empty();
        Rung next = last.map(ResetLadder::above)
                .filter(rung -> rung.compareTo(atLeast) >= 0)
                .orElse(atLeast);
        last = Optional.of(next);
        return next;
    }

    private boolean isPeaceful() {
        return workingSince
                .filter(since -> !clock.instant().isBefore(since.plus(PEACE)))
                .isPresent();
    }

    private static Rung above(Rung rung) {
        return switch (rung) {
            case START_UP -> Rung.LINK;
            case LINK -> Rung.RADIO;
            case RADIO -> Rung.MODULE;
            case MODULE, QUARANTINE -> Rung.QUARANTINE;
        };
    }
}
