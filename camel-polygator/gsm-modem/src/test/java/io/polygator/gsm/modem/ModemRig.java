package io.polygator.gsm.modem;

import io.polygator.gsm.sms.tpdu.DataCodingScheme;
import io.polygator.gsm.sms.tpdu.MessageReference;
import io.polygator.gsm.sms.tpdu.ProtocolIdentifier;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.SmsSubmit;
import io.polygator.gsm.sms.tpdu.UserData;
import io.polygator.gsm.sms.tpdu.ValidityPeriod;
import io.polygator.gsm.transport.memory.ManualLoop;
import io.polygator.gsm.transport.memory.MemoryNetwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** A modem on a scripted module, in time that the test turns. */
final class ModemRig {
    static final String ADDRESS = "memory:g8-1";
    static final String ICCID = "8938003991234567890";

    /** An SMS-DELIVER from +380501234567 saying "hello". */
    static final String HELLO = "07918350000005F0" + "040C9183051032547600006210311052638005E8329BFD06";

    /** Another one, "hi". */
    static final String HI = "07918350000005F0" + "040C9183051032547600006210311052738002E834";

    /** An SMS-STATUS-REPORT for reference 7. */
    static final String REPORT = "07918350000005F0" + "06070C918305103254766210311052638062103110527380" + "00";

    final ManualLoop loop = new ManualLoop();
    final MemoryNetwork network;
    final ScriptedModule module;
    final Heard listener = new Heard();
    final Pins pins = new Pins();
    final Modem modem;

    ModemRig() {
        this(ModemSettings.defaults("g8-1"));
    }

    ModemRig(ModemSettings settings) {
        this(settings, bytes -> List.of(bytes));
    }

    ModemRig(ModemSettings settings, Function<byte[], List<byte[]>> splitter) {
        network = new MemoryNetwork(loop, splitter);
        module = m10(new ScriptedModule(network, ADDRESS));
        modem = new Modem(settings, network.transport(ADDRESS), pins, listener);
    }

    /** An M10 with a SIM that is registered at home. */
    static ScriptedModule m10(ScriptedModule module) {
        return module.answer("AT+CGMM", "Quectel_M10", "OK")
                .answer("AT+CGMR", "Revision: M10R05A01", "OK")
                .answer("AT+CGSN", "359587010000001", "OK")
                .answer("AT+CIMI", "255010000000001", "OK")
                .answer("AT+QCCID", ICCID, "OK")
                .answer("AT+CPIN?", "+CPIN: READY", "OK")
                .answer("AT+CSMS?", "+CSMS: 0,1,1,1", "OK")
                .answer("AT+CSCA?", "+CSCA: \"+380500000500\",145", "OK")
                .answer("AT+CNUM", "+CNUM: \"\",\"+380501111111\",145", "OK")
                .answer("AT+CREG?", "+CREG: 1,1", "OK")
                .answer("AT+CSQ", "+CSQ: 20,0", "OK")
                .answer("AT+COPS?", "+COPS: 0,0,\"UA-KYIVSTAR\"", "OK");
    }

    /** With a PIN and no other difference to the defaults. */
    static ModemSettings withPin(String pin) {
        ModemSettings d = ModemSettings.defaults("g8-1");
        return new ModemSettings(
                d.name(),
                d.module(),
                Optional.of(pin),
                d.smsc(),
                d.keepAlive(),
                d.sendDeadline(),
                d.sweep(),
                d.supervision(),
                d.hangUp());
    }

    /** With a service centre and no other difference to the defaults. */
    static ModemSettings withSmsc(String smsc) {
        ModemSettings d = ModemSettings.defaults("g8-1");
        return new ModemSettings(
                d.name(),
                d.module(),
                d.pin(),
                Optional.of(smsc),
                d.keepAlive(),
                d.sendDeadline(),
                d.sweep(),
                d.supervision(),
                d.hangUp());
    }

    ModemRig start() {
        modem.start();
        return this;
    }

    ModemRig ready() {
        start();
        until(ModemState.READY);
        settle();
        return this;
    }

    void until(ModemState state) {
        until(() -> modem.status().state() == state);
    }

    void until(BooleanSupplier condition) {
        loop.runUntil(condition, Duration.ofHours(3));
    }

    /** Everything that is under way comes to its end. */
    void settle() {
        loop.advance(Duration.ofMillis(1));
    }

    void pass(Duration time) {
        loop.advance(time);
    }

    CompletableFuture<SendOutcome> send(String token) {
        CompletableFuture<SendOutcome> outcome = modem.send(token, hello()).toCompletableFuture();
        loop.runPending();
        return outcome;
    }

    /** Sends a message whose outcome the test does not look at. */
    void beginSend(String token) {
        modem.send(token, hello());
        loop.runPending();
    }

    static SmsSubmit hello() {
        return new SmsSubmit(
                false,
                true,
                false,
                new MessageReference(0),
                SmsAddress.ofDestination("+380501234567"),
                ProtocolIdentifier.NORMAL,
                new DataCodingScheme(0),
                new ValidityPeriod.None(),
                UserData.ofText("hello"));
    }

    /** Remembers what it heard; takes messages over at once, unless it is told not to. */
    static final class Heard implements ModemListener {
        final List<ModemStatus> statuses = new ArrayList<>();
        final List<ReceivedTpdu> received = new ArrayList<>();
        final List<String> late = new ArrayList<>();
        final List<UssdReply> ussd = new ArrayList<>();
        final List<CallEvent> calls = new ArrayList<>();
        Function<ReceivedTpdu, CompletionStage<Void>> takeOver = tpdu -> CompletableFuture.completedStage(null);

        @Override
        public void onStatus(ModemStatus status) {
            statuses.add(status);
        }

        @Override
        public CompletionStage<Void> onReceived(ReceivedTpdu tpdu) {
            received.add(tpdu);
            return takeOver.apply(tpdu);
        }

        @Override
        public void onLateOutcome(String token, SendOutcome outcome) {
            late.add(token + " " + outcome);
        }

        @Override
        public void onUssd(UssdReply reply) {
            ussd.add(reply);
        }

        @Override
        public void onCall(CallEvent event) {
            calls.add(event);
        }
    }

    /** A ledger in memory. */
    static final class Pins implements PinLedger {
        final Set<String> attempts = new HashSet<>();

        @Override
        public boolean recordAttempt(String iccid, String pin) {
            return attempts.add(iccid + " " + pin);
        }

        @Override
        public void forget(String iccid) {
            attempts.removeIf(attempt -> attempt.startsWith(iccid + " "));
        }
    }
}
