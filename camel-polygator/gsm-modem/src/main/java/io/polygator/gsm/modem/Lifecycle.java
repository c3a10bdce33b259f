package io.polygator.gsm.modem;

import io.polygator.gsm.at.FinalResult;
import io.polygator.gsm.at.session.AtExchange;
import io.polygator.gsm.at.session.AtSession;
import io.polygator.gsm.at.session.Urc;
import io.polygator.gsm.modem.ResetLadder.Rung;
import io.polygator.gsm.transport.Backoff;
import io.polygator.gsm.transport.LinkClosed;
import io.polygator.gsm.transport.Loop;
import io.polygator.gsm.transport.Transport;
import java.time.Duration;
import java.util.List;
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
    /** A module that restarts, or gets another SIM, says several things; it is asked when it has said them. */
    private static final Duration SETTLING = Duration.ofSeconds(2);

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

    private final String channel;
    private final String address;
    private final StatusBoard board;
    private final ConnectionKeeper keeper;
    private final Workers workers;
    private final ResetLadder ladder;
    private final RebootCount reboots;
    private final Backoff quarantine;
    private Phase phase = Phase.STOPPED;
    private Rung preludeOfNext = Rung.START_UP;
    private boolean stopping;
    private boolean restartExpected;
    private boolean simTouched;
    private @Nullable AtSession session;
    private @Nullable Line line;

    Lifecycle(
            ModemSettings settings,
            Transport transport,
            PinLedger pins,
            ModemListener listener,
            StatusBoard board,
            RandomGenerator random) {
        Loop loop = transport.loop();
        this.channel = settings.name();
        this.address = transport.address();
        this.board = board;
        this.keeper = new ConnectionKeeper(transport, new Connection(), random);
        this.workers = new Workers(settings, loop, board, pins, listener, this, random);
        this.ladder = new ResetLadder(loop);
        this.reboots = new RebootCount(loop);
        this.quarantine = new Backoff(FIRST_QUARANTINE, 2, LONGEST_QUARANTINE, random);
    }

    Workers workers() {
        return workers;
    }

    void start() {
        stopping = false;
        if (phase == Phase.STOPPED) {
            enter(Phase.CONNECTING, ModemState.CONNECTING, "");
            keeper.connect();
        }
    }

    /** Takes no more messages; the one that runs may finish. */
    void beginStopping() {
        stopping = true;
    }

    void stop() {
        endLife();
        session = null;
        keeper.close();
        enter(Phase.STOPPED, ModemState.STOPPED, "");
    }

    /** What the operator asked for, at once, also when the modem rests. */
    void reset(ResetKind kind) {
        AtSession current = session;
        if (phase == Phase.STOPPED) {
            return;
        }
        Rung rung =
                switch (kind) {
                    case LINK -> Rung.LINK;
                    case RADIO -> Rung.RADIO;
                    case MODULE -> Rung.MODULE;
                };
        if (current != null && rung != Rung.LINK) {
            live(current, rung, Duration.ZERO);
        } else {
            connectAnew(rung);
        }
    }

    /** Registration changed, or something the operator should see to. */
    void onWorkingChanged() {
        if (phase == Phase.WORKING) {
            showWorking();
        }
    }

    // ---- what collaborators ask

    @Override
    public Optional<Line> line() {
        boolean ready =
                phase == Phase.WORKING && !stopping && workers.obstacle().isEmpty();
        return ready ? Optional.ofNullable(line) : Optional.empty();
    }

    @Override
    public String obstacle() {
        String detail = board.status().detail();
        return "channel " + channel + " is "
                + (stopping ? "stopping" : board.status().state()) + (detail.isEmpty() ? "" : ": " + detail);
    }

    @Override
    public void moduleInTrouble(String detail) {
        AtSession current = session;
        if (phase == Phase.WORKING && current != null) {
            LOG.warn("the module is in trouble: {} (channel {})", detail, channel);
            climb(Rung.START_UP, current, detail);
        }
    }

    @Override
    public void simMayHaveChanged() {
        AtSession current = session;
        if (current != null && (phase == Phase.WORKING || phase == Phase.WITHOUT_SIM)) {
            live(current, Rung.START_UP, SETTLING);
        }
    }

    @Override
    public void cycleRadio() {
        AtSession current = session;
        if (current != null && phase == Phase.WORKING) {
            live(current, Rung.RADIO, Duration.ZERO);
        }
    }

    // ---- one life after the other

    private void live(AtSession current, Rung rung, Duration settling) {
        endLife();
        Line life = new Line(current, workers.loop());
        line = life;
        simTouched = false;
        restartExpected = rung == Rung.MODULE;
        phase = Phase.STARTING;
        if (board.status().state() != ModemState.CONNECTING) {
            // A new link says nothing yet: ser2net opens it also to tell that the port is in use.
            board.state(ModemState.STARTING, "");
        }
        board.forgetSim();
        workers.accompany(life);
        life.pause(settling)
                .thenCompose(settled -> Prelude.run(rung, life, workers.profile()))
                .thenCompose(done -> workers.startUp().run(life))
                .exceptionally(fault -> {
                    LOG.error("the start-up broke off (channel {})", channel, fault);
                    return StartUpVerdict.failed("the start-up broke off: " + fault.getMessage());
                })
                .thenAccept(verdict -> conclude(current, life, verdict));
    }

    private void conclude(AtSession current, Line life, StartUpVerdict verdict) {
        if (life != line || !life.isAlive()) {
            return;
        }
        if (simTouched) {
            live(current, Rung.START_UP, SETTLING);
        } else if (verdict instanceof StartUpVerdict.SimUnavailable sim) {
            enter(Phase.WITHOUT_SIM, ModemState.SIM_UNAVAILABLE, sim.detail());
            workers.watchSim(life);
        } else if (verdict instanceof StartUpVerdict.Failed failed) {
            climb(Rung.LINK, current, failed.detail());
        } else {
            ladder.working();
            phase = Phase.WORKING;
            showWorking();
            workers.begin(life);
        }
    }

    private void endLife() {
        Line life = line;
        line = null;
        if (life != null) {
            life.end();
            workers.end();
        }
    }

    // ---- trouble

    private void climb(Rung atLeast, AtSession current, String detail) {
        Rung rung = nextRung(atLeast);
        switch (rung) {
            case START_UP, RADIO, MODULE -> live(current, rung, Duration.ZERO);
            case LINK -> reconnect(detail);
            case QUARANTINE -> quarantine(detail);
        }
    }

    private Rung nextRung(Rung atLeast) {
        if (ladder.isAtBottom()) {
            quarantine.reset();
        }
        return ladder.climb(atLeast);
    }

    private void reconnect(String detail) {
        endLife();
        session = null;
        enter(Phase.CONNECTING, ModemState.CONNECTING, detail);
        keeper.reconnect();
    }

    private void connectAnew(Rung rung) {
        endLife();
        session = null;
        preludeOfNext = rung;
        enter(Phase.CONNECTING, ModemState.CONNECTING, "");
        keeper.close();
        keeper.connect();
    }

    private void quarantine(String detail) {
        endLife();
        session = null;
        Duration rest = quarantine.next();
        LOG.warn("the channel rests for {}: {} (channel {})", rest, detail, channel);
        enter(
                Phase.RESTING,
                ModemState.QUARANTINED,
                detail + "; the next attempt is in about " + Math.max(1, rest.toMinutes()) + " min");
        keeper.rest(rest);
    }

    private void onRestart(AtSession current) {
        boolean tooMany = !restartExpected && reboots.isTooManyWith();
        endLife();
        current.abandonRunning();
        if (tooMany) {
            quarantine("the module restarts over and over: check its power supply");
        } else {
            live(current, Rung.START_UP, SETTLING);
        }
    }

    /** Some modules say so without a reason; only another SIM is one to begin anew. */
    private void onSimReady(Line life) {
        if (phase == Phase.WITHOUT_SIM) {
            simMayHaveChanged();
        } else if (phase == Phase.WORKING) {
            workers.isSameSim(life).thenAccept(same -> {
                if (!same && life == line) {
                    simMayHaveChanged();
                }
            });
        }
    }

    private void onSimSign() {
        if (phase == Phase.STARTING) {
            simTouched = true;
        } else {
            simMayHaveChanged();
        }
    }

    // ---- what the operator sees

    private void showWorking() {
        String obstacle = workers.obstacle();
        if (obstacle.isEmpty()) {
            board.state(ModemState.READY, workers.notice());
        } else {
            board.state(ModemState.NOT_REGISTERED, obstacle);
        }
    }

    private void enter(Phase next, ModemState state, String detail) {
        phase = next;
        board.state(state, detail);
    }

    /** Hears of the link. */
    private final class Connection implements ConnectionKeeper.Listener {
        @Override
        public void onUp(AtSession opened) {
            session = opened;
            Rung rung = preludeOfNext;
            preludeOfNext = Rung.START_UP;
            live(opened, rung, Duration.ZERO);
        }

        @Override
        public void onUrc(Urc urc) {
            AtSession current = session;
            Line life = line;
            if (current == null || life == null) {
                return;
            }
            switch (ModuleSign.of(urc, workers.profile())) {
                case RESTARTED -> onRestart(current);
                case SWITCHED_OFF ->
                    quarantine("the module switched itself off (" + urc.name()
                            + "): check its power supply and switch it on at the gateway");
                case POWER_WARNING ->
                    LOG.warn("the module warns: {} {} (channel {})", urc.name(), urc.arguments(), channel);
                case SIM_CHANGED -> onSimSign();
                case SIM_READY -> onSimReady(life);
                case NONE -> workers.onUrc(urc, life);
            }
        }

        @Override
        public void onLateAnswer(AtExchange exchange, List<String> information, Optional<FinalResult> result) {
            workers.sender().onLateAnswer(exchange, information, result);
        }

        @Override
        public void onUnresponsive() {
            endLife();
            session = null;
            String detail = "the module does not answer; if this lasts, restart it at the gateway";
            Rung rung = nextRung(Rung.LINK);
            if (rung == Rung.QUARANTINE) {
                quarantine(detail);
            } else {
                preludeOfNext = rung;
                enter(Phase.CONNECTING, ModemState.CONNECTING, detail);
            }
        }

        @Override
        public void onDown(LinkClosed closed) {
            endLife();
            session = null;
            enter(Phase.CONNECTING, ModemState.CONNECTING, LinkTrouble.describe(closed, address));
        }
    }
}
