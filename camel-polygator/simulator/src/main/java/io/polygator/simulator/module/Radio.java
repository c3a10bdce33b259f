package io.polygator.simulator.module;

import io.polygator.gsm.at.CmsError;
import io.polygator.gsm.at.FinalResult;
import io.polygator.gsm.sms.tpdu.MessageReference;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.SmsSubmit;
import io.polygator.gsm.virtualmodem.VirtualRadio;
import io.polygator.simulator.fault.Fault;
import io.polygator.simulator.fault.Fault.Occasion;
import io.polygator.simulator.network.SimCard;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** The radio part of a module: registered or not, and sending with whatever the fault plan has in store. */
final class Radio implements VirtualRadio {
    private static final int HOME = 1;
    private static final int SEARCHING = 2;
    private static final int NO_NETWORK_SERVICE = 331;
    /** RP-causes and TP-FCS; higher numbers are the module's own (3GPP TS 27.005 §3.2.5). */
    private static final int LAST_NETWORK_ERROR = 255;

    private static final Duration LATE_RESULT = Duration.ofMinutes(3);

    private final SimulatedModule module;
    private final ModuleSettings settings;
    private final UssdDialogue ussd;
    private SignalQuality signal = new SignalQuality(21, 0);
    private int status = SEARCHING;
    private Optional<Fault> fault = Optional.empty();

    Radio(SimulatedModule module, ModuleSettings settings, UssdDialogue ussd) {
        this.module = module;
        this.settings = settings;
        this.ussd = ussd;
    }

    /** Tells the new state to the client if it asked for that. */
    void register(int newStatus) {
        if (status != newStatus) {
            status = newStatus;
            module.server().registrationChanged();
        }
    }

    void registerAtHome() {
        register(HOME);
    }

    /** Forgets the network without a word, as a module does that loses power. */
    void switchOff() {
        status = SEARCHING;
        ussd.cancel();
    }

    boolean isRegistered() {
        return registration().isRegistered();
    }

    void setSignal(SignalQuality newSignal) {
        signal = newSignal;
    }

    @Override
    public Registration registration() {
        return new Registration(status, settings.area(), settings.cell());
    }

    @Override
    public SignalQuality signal() {
        return isRegistered() ? signal : new SignalQuality(99, 99);
    }

    @Override
    public Optional<NetworkOperator> operator() {
        return isRegistered() ? Optional.of(settings.operator()) : Optional.empty();
    }

    @Override
    public Optional<SmsAddress> smsc() {
        return module.card().map(SimCard::smsc);
    }

    @Override
    public Optional<FinalResult> setSmsc(SmsAddress smsc) {
        module.card().ifPresent(sim -> sim.setSmsc(smsc));
        return Optional.empty();
    }

    @Override
    public Optional<FinalResult> obstacleToSending() {
        if (!isRegistered()) {
            return Optional.of(cms(NO_NETWORK_SERVICE));
        }
        fault = module.faults().draw(Occasion.SEND);
        module.output().beginSend(fault);
        return is(Fault.ERROR_BEFORE_PROMPT) ? Optional.of(cms(module.faults().drawError())) : Optional.empty();
    }

    @Override
    public void submit(Submission submission, Consumer<SubmitResult> result) {
        Attempt attempt = new Attempt(module.generation(), fault, result);
        if (is(Fault.LINK_CUT_SENT) || is(Fault.LINK_CUT_UNSENT)) {
            module.uart().cut();
        }
        Duration latency = settings.sendLatency().at(module.faults().chance());
        module.loop().schedule(latency, () -> conclude(attempt, submission.submit()));
    }

    private record Attempt(int generation, Optional<Fault> fault, Consumer<SubmitResult> result) {}

    private void conclude(Attempt attempt, SmsSubmit submit) {
        Optional<SimCard> sim = module.card();
        if (attempt.generation != module.generation() || sim.isEmpty()) {
            return;
        }
        if (!isRegistered()) {
            attempt.result.accept(new SubmitResult.Refused(cms(NO_NETWORK_SERVICE)));
            return;
        }
        Fault kind = attempt.fault.orElse(Fault.CROSSING_URC);
        switch (kind) {
            case ERROR -> refuse(attempt, sim.get(), module.faults().drawError());
            case LINK_CUT_UNSENT, SILENCE_UNSENT -> attempt.result.accept(new SubmitResult.Unanswered());
            case RESTART_UNSENT -> module.restart();
            default -> tellReference(attempt, kind, putOnAir(sim.get(), submit));
        }
    }

    /** What the network refuses was submitted to it and has used a reference; what the module refuses was not. */
    private static void refuse(Attempt attempt, SimCard sim, int error) {
        if (error <= LAST_NETWORK_ERROR) {
            sim.takeReference();
        }
        attempt.result.accept(new SubmitResult.Refused(cms(error)));
    }

    private MessageReference putOnAir(SimCard sim, SmsSubmit submit) {
        MessageReference reference = sim.takeReference();
        module.network().submit(sim, reference, submit);
        return reference;
    }

    private void tellReference(Attempt attempt, Fault kind, MessageReference reference) {
        switch (kind) {
            case RESTART_SENT -> module.restart();
            case SILENCE_SENT -> attempt.result.accept(new SubmitResult.Unanswered());
            case OK_LOST -> {
                attempt.result.accept(new SubmitResult.Unanswered());
                module.server().unsolicited("+CMGS: " + reference.value());
            }
            case LATE_RESULT -> {
                attempt.result.accept(new SubmitResult.Unanswered());
                module.loop().schedule(LATE_RESULT, () -> tellLate(attempt, reference));
            }
            case REFERENCE_MISSING -> attempt.result.accept(new SubmitResult.Accepted(new MessageReference(0)));
            default -> attempt.result.accept(new SubmitResult.Accepted(reference));
        }
    }

    private void tellLate(Attempt attempt, MessageReference reference) {
        if (attempt.generation == module.generation()) {
            module.server().unsolicited("+CMGS: " + reference.value());
            module.server().unsolicited("OK");
        }
    }

    @Override
    public Optional<FinalResult> requestUssd(String text) {
        return ussd.request(text);
    }

    @Override
    public void cancelUssd() {
        ussd.cancel();
    }

    private boolean is(Fault expected) {
        return fault.equals(Optional.of(expected));
    }

    private static FinalResult cms(int code) {
        return new FinalResult.Cms(new CmsError(code));
    }
}
