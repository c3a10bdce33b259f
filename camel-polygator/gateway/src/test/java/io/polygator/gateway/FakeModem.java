package io.polygator.gateway;

import io.polygator.gateway.channel.ModemPort;
import io.polygator.gateway.channel.ModemPorts;
import io.polygator.gsm.modem.ModemListener;
import io.polygator.gsm.modem.ModemSettings;
import io.polygator.gsm.modem.ModemState;
import io.polygator.gsm.modem.ModemStatus;
import io.polygator.gsm.modem.ResetKind;
import io.polygator.gsm.modem.SendError;
import io.polygator.gsm.modem.SendOutcome;
import io.polygator.gsm.modem.UssdReply;
import io.polygator.gsm.sms.tpdu.MessageReference;
import io.polygator.gsm.sms.tpdu.SmsSubmit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A modem that does what the test says: answers at once as scripted, or keeps a send until the test answers it. */
final class FakeModem implements ModemPort {

    /** One send that reached the modem. */
    record Sent(String channel, String token, SmsSubmit submit, CompletableFuture<SendOutcome> answer) {
        void accept(int reference) {
            answer.complete(accepted(reference));
        }
    }

    /** Makes a fake modem per channel and remembers it. */
    static final class Ports implements ModemPorts {
        final Map<String, FakeModem> modems = new LinkedHashMap<>();
        /** What the SIMs of modems to come say. */
        Optional<MessageReference> lastReference = Optional.empty();
        /** Whether modems to come tell the IMSI of their SIM. */
        boolean tellsImsi = true;

        @Override
        public ModemPort open(String address, ModemSettings settings, ModemListener listener) {
            FakeModem modem = new FakeModem(settings.name(), listener);
            modem.lastReference = lastReference;
            modem.imsi = modem.imsi.filter(known -> tellsImsi);
            modem.reference = lastReference.map(MessageReference::value).orElse(0);
            modems.put(settings.name(), modem);
            return modem;
        }
    }

    final String name;
    final ModemListener listener;
    final List<Sent> sent = new ArrayList<>();
    /** USSD texts and cancellations; what ends in a question mark is answered with a question. */
    final List<String> ussd = new ArrayList<>();

    final Deque<SendOutcome> script = new ArrayDeque<>();
    boolean started;
    boolean answersAtOnce = true;
    Optional<String> imsi;
    Optional<String> ownNumber = Optional.empty();
    ModemState state = ModemState.STOPPED;
    /** What EF-SMSS says; empty when the module cannot read it. */
    Optional<MessageReference> lastReference = Optional.empty();

    boolean awaitsAnswer;

    /** How often it was asked for what was left on its SIM. */
    int timesToOfferAgain;

    private int reference;

    private FakeModem(String name, ModemListener listener) {
        this.name = name;
        this.listener = listener;
        imsi = Optional.of("imsi-" + name);
    }

    static SendOutcome accepted(int reference) {
        return new SendOutcome.Accepted(Optional.of(new MessageReference(reference & 0xFF)));
    }

    static SendOutcome refused(SendError.Kind kind) {
        return new SendOutcome.Refused(new SendError(kind, 38, "refused by the test"));
    }

    static SendOutcome unconfirmed() {
        return new SendOutcome.Unconfirmed("silence", Optional.empty());
    }

    void become(ModemState next) {
        state = next;
        listener.onStatus(status());
    }

    /** The answer to an earlier message may come still, or no more. */
    void awaitAnswer(boolean awaits) {
        awaitsAnswer = awaits;
        listener.onStatus(status());
    }

    /** The SIM has counted another message. */
    void count() {
        lastReference = lastReference.map(MessageReference::next);
        listener.onStatus(status());
    }

    @Override
    public void start() {
        started = true;
        become(ModemState.READY);
    }

    @Override
    public CompletionStage<Void> stop() {
        started = false;
        become(ModemState.STOPPED);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public ModemStatus status() {
        return new ModemStatus(
                state,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                imsi,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.of(1),
                OptionalInt.of(-70),
                Optional.empty(),
                ownNumber,
                lastReference,
                awaitsAnswer);
    }

    @Override
    public CompletionStage<SendOutcome> send(String token, SmsSubmit submit) {
        CompletableFuture<SendOutcome> answer = new CompletableFuture<>();
        sent.add(new Sent(name, token, submit, answer));
        SendOutcome scripted = script.poll();
        if (scripted != null) {
            answer.complete(scripted);
        } else if (answersAtOnce) {
            reference = (reference + 1) & 0xFF;
            count();
            answer.complete(accepted(reference));
        }
        return answer;
    }

    @Override
    public CompletionStage<UssdReply> ussd(String code) {
        ussd.add(code);
        boolean asks = code.endsWith("?");
        return CompletableFuture.completedStage(
                new UssdReply(asks ? UssdReply.Status.ACTION_REQUIRED : UssdReply.Status.FINAL, "answer to " + code));
    }

    @Override
    public CompletionStage<Void> cancelUssd() {
        ussd.add("cancel");
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void offerAgain() {
        timesToOfferAgain++;
    }

    @Override
    public CompletionStage<Void> reset(ResetKind kind) {
        return CompletableFuture.completedStage(null);
    }
}
