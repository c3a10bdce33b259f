package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.at.CmeError;
import io.polygator.gsm.at.CmsError;
import io.polygator.gsm.at.FinalResult;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.pdumode.PduModeFrame;
import io.polygator.gsm.sms.tpdu.MessageReference;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.transport.Loop;
import io.polygator.gsm.virtualmodem.MessageStorage.MessageStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A modem on the work bench: everything in the open, for a test to set and to look at. */
final class BenchModem implements VirtualModem, VirtualSim, VirtualRadio, VirtualCalls {
    static final Duration SEND_TIME = Duration.ofSeconds(3);

    final List<String> happened = new ArrayList<>();
    final MessageSlots stored = new MessageSlots(1, 3);
    VirtualSim.State simState = VirtualSim.State.READY;
    Optional<FinalResult> obstacle = Optional.empty();
    SubmitResult submitResult = new SubmitResult.Accepted(new MessageReference(7));
    Optional<SmsAddress> smsc = Optional.of(SmsAddress.ofDestination("+380500000500"));
    List<Call> calls = List.of();
    private final Loop loop;
    private int functionality = 1;

    BenchModem(Loop loop) {
        this.loop = loop;
    }

    @Override
    public ModuleIdentity identity() {
        return new ModuleIdentity("Bench_Ltd", "Bench_1", "R1", "001017000000017");
    }

    @Override
    public VirtualSim sim() {
        return this;
    }

    @Override
    public VirtualRadio radio() {
        return this;
    }

    @Override
    public VirtualCalls calls() {
        return this;
    }

    @Override
    public List<String> storageNames() {
        return List.of("SM");
    }

    @Override
    public Optional<MessageStorage> storage(String name) {
        return name.equals("SM") ? Optional.of(stored) : Optional.empty();
    }

    @Override
    public int functionality() {
        return functionality;
    }

    @Override
    public void setFunctionality(int level) {
        functionality = level;
    }

    @Override
    public void power(PowerOrder order) {
        happened.add(order.name());
    }

    @Override
    public VirtualSim.State state() {
        return simState;
    }

    @Override
    public Optional<CmeError> enterPin(String pin) {
        return pin.equals("1234") ? Optional.empty() : Optional.of(new CmeError(16));
    }

    @Override
    public Optional<CmeError> enterPuk(String puk, String newPin) {
        happened.add("PUK, new PIN " + newPin);
        return Optional.empty();
    }

    @Override
    public boolean isPinEnabled() {
        return true;
    }

    @Override
    public int pinAttemptsLeft() {
        return 3;
    }

    @Override
    public int pukAttemptsLeft() {
        return 10;
    }

    @Override
    public String imsi() {
        return "255990000000001";
    }

    @Override
    public String iccid() {
        return "8938099000000000018";
    }

    @Override
    public Optional<String> ownNumber() {
        return Optional.of("+380501234501");
    }

    @Override
    public Octets smsStatus() {
        return Octets.ofHex("07FF");
    }

    @Override
    public Registration registration() {
        return new Registration(1, "0A1B", "0001");
    }

    @Override
    public SignalQuality signal() {
        return new SignalQuality(21, 0);
    }

    @Override
    public Optional<NetworkOperator> operator() {
        return Optional.of(new NetworkOperator("Demo", "25599"));
    }

    @Override
    public Optional<SmsAddress> smsc() {
        return smsc;
    }

    @Override
    public Optional<FinalResult> setSmsc(SmsAddress newSmsc) {
        smsc = Optional.of(newSmsc);
        return Optional.empty();
    }

    @Override
    public Optional<FinalResult> obstacleToSending() {
        return obstacle;
    }

    @Override
    public void submit(Submission submission, Consumer<SubmitResult> result) {
        happened.add("sent " + submission.frame().tpdu());
        loop.schedule(SEND_TIME, () -> result.accept(submitResult));
    }

    @Override
    public Optional<FinalResult> requestUssd(String text) {
        happened.add("USSD " + text);
        return Optional.empty();
    }

    @Override
    public void cancelUssd() {
        happened.add("USSD cancelled");
    }

    @Override
    public FinalResult dial(String number) {
        return new FinalResult.Call("BUSY");
    }

    @Override
    public FinalResult answer() {
        return new FinalResult.Ok();
    }

    @Override
    public void hangUp() {
        happened.add("hung up");
    }

    @Override
    public List<Call> current() {
        return calls;
    }

    void put(MessageStatus status, PduModeFrame frame) {
        stored.store(status, frame, slot -> {});
    }

    static FinalResult cms(int code) {
        return new FinalResult.Cms(new CmsError(code));
    }
}
