package io.polygator.gsm.modem;

import io.polygator.gsm.at.session.AtSession;
import io.polygator.gsm.modem.ResetLadder.Rung;
import io.polygator.gsm.transport.Backoff;
import io.polygator.gsm.transport.LinkClosed;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the modem stands and what happens next: from the link over the start-up to work, and back when something
 * breaks. Modem loop only.
 */
final class Lifecycle implements Recovery, Readiness {
    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);
    /** A module that restarts says several things; it is asked when it has said them. */
    private static final Duration AFTER_REBOOT = Duration.ofSeconds(2);

    private static final Duration AFTER_SIM_CHANGE = Duration.ofSeconds(2);
    private static final Duration FIRST_QUARANTINE = Duration.ofMinutes(1);
    private static final Duration LONGEST_QUARANTINE = Duration.ofHours(1);

    private enum Phase {
        STOPPED,
        CONNECTING,
        STARTING,
        WORKING,
        WITHOUT_SIM,
        RESTING
    }

    private final String address;
    private final StatusBoard board;
    private final Workers workers;
    private final ConnectionKeeper keeper;
    private final ResetLadder ladder;
    private final RebootCount reboots;
    private final Backoff quarantine;
    private Phase phase = Phase.STOPPED;
    private Rung pending = Rung.START_UP;
    private boolean restartExpected;
    private boolean simTouched;
    private @Nullable AtSession session;
    private @Nullable Line line;

    Lifecycle(
            String address,
            StatusBoard board,
            Workers workers,
            ConnectionKeeper keeper,
            ResetLadder ladder,
            RebootCount reboots,
            RandomGenerator random) {
        this.address = address;
        this.board = board;
        this.workers = workers;
        this.keeper = keeper;
        this.ladder = ladder;
        this.reboots = reboots;
        this.quarantine = new Backoff(FIRST_QUARANTINE, 2, LONGEST_QUARANTINE, random);
    }

    void start() {
        if (phase == Phase.STOPPED) {
            connecting("");
            keeper.connect();
        }
    }

    void stop() {
        endLife();
        session = null;
        enter(Phase.STOPPED, ModemState.STOPPED, "");
        keeper.close();
    }
