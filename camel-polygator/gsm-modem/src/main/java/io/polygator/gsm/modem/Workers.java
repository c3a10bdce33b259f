package io.polygator.gsm.modem;

import io.polygator.gsm.at.session.Urc;
import io.polygator.gsm.transport.Loop;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everybody who works on a line: puts them together, and tells them when a life begins and ends. Modem loop only. */
final class Workers {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    private final Loop loop;
    private final StatusBoard board;
    private final Turns turns = new Turns();
    private final ModuleKnowledge module;
    private final SimIdentity identity;
    private final NetworkWatch network;
    private final StorageGauge gauge;
    private final ReferenceCount references;
    private final Doubts doubts;
    private final StartUp startUp;
    private final KeepAlive keepAlive;
    private final SimWatch simWatch;
    private final Supervision supervision;
    private final Inbox inbox;
    private final DirectDelivery direct;
    private final Sender sender;
    private final Ussd ussd;
    private final Calls calls;

    Workers(
            ModemSettings settings,
            Loop loop,
            StatusBoard board,
            PinLedger pins,
            ModemListener listener,
            Lifecycle lifecycle,
            RandomGenerator random) {
        String channel = settings.name();
        this.loop = loop;
        this.board = board;
        this.module = new ModuleKnowledge(settings, board);
        this.identity = new SimIdentity(board, module::profile);
        this.network = new NetworkWatch(board, lifecycle::onWorkingChanged);
        this.gauge = new StorageGauge(lifecycle::onWorkingChanged);
        this.references = new ReferenceCount(board, module::profile);
        this.doubts = new Doubts(references, lifecycle, listener);
        this.startUp = startUp(settings, board, pins, new Patience(random));
        this.keepAlive = new KeepAlive(settings.keepAlive());
        this.simWatch = new SimWatch(settings.supervision(), lifecycle);
        this.supervision = new Supervision(settings.supervision(), network, turns, lifecycle);
        Handover handover = new Handover(channel, loop, listener);
        this.inbox = new Inbox(loop, settings.sweep(), board, handover, gauge);
        this.direct = new DirectDelivery(channel, loop, board, handover, module::driverAcknowledges, random);
        SendJudge judge = new SendJudge(module::profile, new RefusalHistory());
        SendTrouble trouble = new SendTrouble(inbox, lifecycle);
        this.sender = new Sender(settings, turns, lifecycle, judge, trouble, references, doubts, listener, board, loop);
        this.ussd = new Ussd(channel, loop, turns, lifecycle, listener);
        this.calls = new Calls(settings, loop, module::profile, listener);
    }

    private StartUp startUp(ModemSettings settings, StatusBoard board, PinLedger pins, Patience patience) {
        SimUnlock unlock = new SimUnlock(settings, pins, identity, module::profile);
        return new StartUp(
                settings,
                board,
                module,
                identity,
                unlock,
                network,
                gauge,
                doubts,
                patience,
                warning -> LOG.warn("{} (channel {})", warning, settings.name()));
    }

    Loop loop() {
        return loop;
    }

    Turns turns() {
        return turns;
    }

    ModemProfile profile() {
        return module.profile();
    }

    /** Whether the SIM is the one that the start-up found. */
    CompletionStage<Boolean> isSameSim(Line line) {
        Optional<String> before = board.status().iccid();
        return identity.readIccid(line).thenApply(before::equals);
    }

    /** What stands in the way of sending; empty when nothing does. */
    String obstacle() {
        return network.obstacle();
    }

    /** What the operator should see to although everything works; empty when there is nothing. */
    String notice() {
        return gauge.notice();
    }

    StartUp startUp() {
        return startUp;
    }

    Sender sender() {
        return sender;
    }

    Ussd ussd() {
        return ussd;
    }

    /** A line begins; the start-up runs on it. */
    void accompany(Line line) {
        keepAlive.watch(line);
    }

    /** The SIM does not work; the rest does. */
    void watchSim(Line line) {
        simWatch.begin(line);
    }

    /** Everything works. */
    void begin(Line line) {
        supervision.begin(line);
        inbox.begin(line);
    }

    /** The listener may take now what it has left on the SIM; without a line the start-up finds it. */
    void offerAgain() {
        inbox.sweepSoon();
    }

    /** The line has ended. */
    void end() {
        simWatch.end();
        supervision.end();
        inbox.end();
        ussd.onLineEnded();
        calls.onEnded();
    }

    /** What the module says of the network, not of itself. */
    void onUrc(Urc urc, Line line) {
        switch (urc.name()) {
            case "+CMTI", "+CDSI" -> inbox.onAnnounced(urc);
            case "+CMT", "+CDS" -> {
                if (!direct.accept(urc, line)) {
                    inbox.sweepSoon();
                }
            }
            case "+CREG" -> network.acceptRegistrationUrc(urc.arguments());
            case "+CUSD" -> ussd.onAnnouncement(urc.arguments(), line);
            case "RING", "+CRING" -> calls.onRing(line);
            case "+CLIP" -> calls.onCaller(urc.arguments(), line);
            case "NO CARRIER", "BUSY", "NO ANSWER" -> calls.onEnded();
            default -> {
                // Call Ready, +CIEV, +CTZV, *PSUTTZ and the like call for nothing.
            }
        }
    }
}
