package io.polygator.gateway.channel;

import io.polygator.gateway.message.ChannelStatus;
import io.polygator.gateway.message.ChannelStatus.State;
import io.polygator.gateway.message.DialledNumber;
import io.polygator.gateway.quota.SimMeter;
import io.polygator.gateway.selection.Candidate;
import io.polygator.gsm.modem.ModemSettings;
import io.polygator.gsm.modem.ModemStatus;
import io.polygator.gsm.modem.ReceivedTpdu;
import io.polygator.gsm.modem.ResetKind;
import io.polygator.gsm.modem.SendError;
import io.polygator.gsm.modem.SendOutcome;
import io.polygator.gsm.modem.UssdReply;
import io.polygator.gsm.sms.tpdu.MessageReference;
import io.polygator.gsm.sms.tpdu.SmsStatusReport;
import io.polygator.gsm.sms.tpdu.SmsSubmit;
import io.polygator.gsm.transport.Loop;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.DoubleSupplier;

/**
 * One channel: its modem, who holds it open, whether it may send. It sends one segment at a time. Gateway loop only,
 * apart from {@link #status()}.
 */
public final class GsmChannel {
    private static final Duration SOON = Duration.ofMinutes(1);

    private final ChannelSpec spec;
    private final Loop loop;
    private final DoubleSupplier jitter;
    private final ChannelListener listener;
    private final ModemPort modem;
    private final HandOver handOver;
    private final SimStanding standing;
    private final SimGate gate;
    private final ChannelCounters counters = new ChannelCounters();

    private int leases;
    private boolean paused;
    private boolean busy;
    private long lastTurn;
    private State state = State.CLOSED;
    private ModemStatus modemStatus;
    private volatile ChannelStatus published;

    /** @param jitter gives numbers from 0 to 1 that spread the ends of rests */
    public GsmChannel(
            ChannelSpec spec,
            ModemSettings settings,
            ModemPorts ports,
            Loop loop,
            DoubleSupplier jitter,
            RestSettings rest,
            ChannelListener listener) {
        this.spec = spec;
        this.loop = loop;
        this.jitter = jitter;
        this.listener = listener;
        standing = new SimStanding(rest);
        gate = new SimGate(loop, this::mayBeFree);
        modem = ports.open(spec.address(), settings, new ModemEvents(this, loop, listener));
        modemStatus = modem.status();
        handOver = new HandOver(modem, loop);
        published = describe();
    }

    public ChannelSpec spec() {
        return spec;
    }

    public String name() {
        return spec.name();
    }

    /** What an operator sees; from any thread. */
    public ChannelStatus status() {
        return published;
    }

    /** Somebody needs the channel: the first one opens it. */
    public void lease() {
        leases++;
        if (leases == 1) {
            modem.start();
            refresh();
        }
    }

    /** Somebody needs it no more: the last one closes it. The stage completes once it is closed, or still needed. */
    public CompletionStage<Void> release() {
        leases = Math.max(0, leases - 1);
        if (leases > 0) {
            return CompletableFuture.completedStage(null);
        }
        refresh();
        return modem.stop();
    }

    /** Ends every lease and closes the channel. */
    public CompletionStage<Void> close() {
        boolean open = leases > 0;
        leases = 0;
        refresh();
        return open ? modem.stop() : CompletableFuture.completedStage(null);
    }

    /** Lets it send no more until it is resumed. */
    public void pause() {
        paused = true;
        refresh();
    }

    /** Ends a pause, and a rest too. */
    public void resume() {
        paused = false;
        standing.forget();
        refresh();
    }

    public CompletionStage<Void> reset() {
        counters.countRestart();
        return modem.reset(ResetKind.MODULE);
    }

    /** What was left on its SIM, since nobody would take it, is offered again. */
    public void offerAgain() {
        modem.offerAgain();
    }

    public CompletionStage<UssdReply> ussd(String code) {
        return modem.ussd(code);
    }

    /** Ends a USSD dialogue in which the network waits for an answer. */
    public CompletionStage<Void> cancelUssd() {
        return modem.cancelUssd();
    }

    /** In working order with nothing to do, and its SIM may send. */
    public boolean isFree() {
        return isWorking() && !busy && !modemStatus.awaitsAnswer() && gate.isOpen();
    }

    /** In working order but not free, and will be soon: what is tied to it had better wait. */
    public boolean isFreeSoon() {
        return isWorking() && !isFree() && !modemStatus.awaitsAnswer() && gate.mayOpenWithin(SOON);
    }

    /** Index keys of the numbers its SIM may still write to; empty when it may write to any. */
    public Optional<Set<String>> onlyTo() {
        return gate.onlyTo();
    }

    /** Lets the SIM of a session send as far as its budget goes; nothing happens if the session is over. */
    public void admit(SimSession session, SimMeter meter) {
        gate.admit(session, meter);
    }

    /** The SIM of a session may not send, for a reason that an operator is told. */
    public void refuse(SimSession session, String reason) {
        gate.refuse(session, reason);
    }

    /** The budget of its SIM pays for a segment, which is handed over at the given moment. */
    public void spend(String recipient, Instant at) {
        gate.spend(recipient, at);
        publish();
    }

    /** The budget of its SIM gets back what it paid at the given moment. */
    public void giveBack(Instant at) {
        gate.giveBack(at);
    }

    /** In working order: it sends, now or after what it has at hand. */
    public boolean isWorking() {
        return state == State.REGISTERED;
    }

    /** What choosing needs to know of this channel. */
    public Candidate asCandidate() {
        return new Candidate(spec.name(), ownNumber(), counters.handled(), lastTurn);
    }

    /** The number of the SIM without plus, when known: what numbers are compared with. */
    public Optional<String> ownNumber() {
        return subscriber().map(DialledNumber::bare);
    }

    /** The number of the SIM as the SIM holds it, with its plus when it is international. */
    public Optional<String> subscriber() {
        return modemStatus.subscriber();
    }

    /** The SIM, when known. */
    public Optional<String> imsi() {
        return modemStatus.imsi();
    }

    /** The last TP-MR that its SIM is known to have used, when the SIM's record follows what is sent. */
    public Optional<MessageReference> lastReference() {
        return gate.provenReference();
    }

    /** Keeps the channel for a segment that is being prepared. */
    public void reserve(long turn) {
        busy = true;
        lastTurn = turn;
    }

    /** Gives the channel back. */
    public void vacate() {
        busy = false;
        announceSession();
    }

    /**
     * Sends a segment on the reserved channel, which stays reserved until {@link #vacate}.
     *
     * @param atMost after this long without an answer the outcome is unconfirmed; the modem's own deadline is shorter
     * @return completes on the gateway loop, always normally
     */
    public CompletionStage<SendOutcome> send(String token, SmsSubmit submit, Duration atMost) {
        String number = submit.destination().value();
        return handOver.send(token, submit, atMost, late -> listener.onLateOutcome(this, token, late))
                .whenComplete((outcome, none) -> judge(number, outcome));
    }

    private void judge(String number, SendOutcome outcome) {
        counters.count(outcome);
        if (outcome instanceof SendOutcome.Accepted) {
            standing.sent();
        } else if (outcome instanceof SendOutcome.Refused refused
                && refused.error().kind() == SendError.Kind.SIM
                && standing.refused(number, loop.instant(), jitter.getAsDouble())) {
            standing.restsUntil().ifPresent(end -> loop.schedule(Duration.between(loop.instant(), end), this::refresh));
        }
        refresh();
    }

    /** The modem tells its state. */
    void onModemStatus(ModemStatus status) {
        if (!status.imsi().equals(modemStatus.imsi()) && modemStatus.imsi().isPresent()) {
            standing.forget();
        }
        boolean hasWaited = modemStatus.awaitsAnswer() && !status.awaitsAnswer();
        modemStatus = status;
        gate.follow(status);
        refresh();
        if (hasWaited) {
            mayBeFree();
        }
    }

    /** A session is announced once the channel could send, and not while a segment of the one before is on its way. */
    private void announceSession() {
        if (isWorking() && !busy) {
            gate.toBeAdmitted().ifPresent(session -> listener.onSession(this, session));
        }
    }

    private void mayBeFree() {
        publish();
        listener.onFree(this);
    }

    private void publish() {
        published = describe();
    }

    private void refresh() {
        State before = state;
        state = leases > 0 ? openState() : State.CLOSED;
        publish();
        if (before != state) {
            listener.onState(this, before);
        }
        announceSession();
    }

    private State openState() {
        if (paused) {
            return State.PAUSED;
        }
        State modemState = ChannelStates.of(modemStatus.state());
        boolean resting = standing.restsAt(loop.instant());
        return modemState == State.REGISTERED && resting ? State.SUSPENDED : modemState;
    }

    private ChannelStatus describe() {
        return new ChannelStatus(
                spec.name(),
                spec.gateway(),
                spec.groups(),
                spec.address(),
                state,
                detail(),
                modemStatus,
                counters.values());
    }

    private String detail() {
        if (state == State.SUSPENDED && standing.restsAt(loop.instant())) {
            return "the network refuses this SIM; it rests until "
                    + standing.restsUntil().map(Object::toString).orElse("")
                    + ": check its credit and its subscription, then resume the channel";
        }
        if (modemStatus.awaitsAnswer()) {
            return "the module has not answered to a message; until its answer can come no more, a few minutes at most,"
                    + " it gets no other";
        }
        return modemStatus.detail().isEmpty() ? gate.detail() : modemStatus.detail();
    }

    /** Something came in. */
    void count(ReceivedTpdu received) {
        if (received.tpdu().filter(SmsStatusReport.class::isInstance).isPresent()) {
            counters.countReport();
        } else {
            counters.countReceived();
        }
        publish();
    }
}
