package io.polygator.simulator;

import io.polygator.gsm.sms.concat.ConcatReference;
import io.polygator.gsm.sms.concat.SegmentationOptions;
import io.polygator.gsm.sms.concat.Segmenter;
import io.polygator.gsm.sms.pdumode.PduModeFrame;
import io.polygator.gsm.sms.tpdu.DataCodingScheme;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.UserData;
import io.polygator.gsm.transport.Loop;
import io.polygator.gsm.virtualmodem.IncomingTpdu.Kind;
import io.polygator.gsm.virtualmodem.VirtualRadio.SignalQuality;
import io.polygator.simulator.module.SimulatedModule;
import io.polygator.simulator.module.UssdMenu.Reply;
import io.polygator.simulator.network.RadioNetwork;
import io.polygator.simulator.network.SimCard;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** One channel in the hands of a tester: what the outside world does to it. Thread-safe. */
public final class SimulatedChannel {
    private final int index;
    private final Loop loop;
    private final RadioNetwork network;
    private final SimCard sim;
    private final SimulatedModule module;
    private final AtomicInteger references = new AtomicInteger();

    SimulatedChannel(int index, Loop loop, RadioNetwork network, SimCard sim, SimulatedModule module) {
        this.index = index;
        this.loop = loop;
        this.network = network;
        this.sim = sim;
        this.module = module;
    }

    /** Counted from 0. */
    public int index() {
        return index;
    }

    /** The SIM that the channel began with. */
    public SimCard sim() {
        return sim;
    }

    /** The module. To be used on the simulator's loop. */
    public SimulatedModule module() {
        return module;
    }

    /**
     * Somebody sends a text to this SIM; a long one comes in segments, in order.
     *
     * @param from a number, or a name of up to eleven letters
     */
    public void receiveFrom(String from, String text) {
        receiveSegments(from, segments(text));
    }

    /** The segments in which this text would come, for {@link #receiveSegments} in another order. */
    public List<UserData> segments(String text) {
        ConcatReference reference = new ConcatReference(references.getAndIncrement() & 0xFF, 8);
        return Segmenter.segmentText(text, SegmentationOptions.standard(reference))
                .segments();
    }

    /** Somebody's segments come to this SIM in the given order, whichever it is. */
    public void receiveSegments(String from, List<UserData> segments) {
        SmsAddress originator = addressOf(from);
        List<UserData> inOrder = List.copyOf(segments);
        loop.execute(() -> inOrder.forEach(
                segment -> network.deliver(sim, originator, DataCodingScheme.of(segment.alphabet()), segment)));
    }

    /** Octets come to this SIM that need not be well-formed. */
    public void receiveRaw(PduModeFrame frame) {
        loop.execute(() -> network.deliver(sim, frame, Kind.MESSAGE));
    }

    /** Somebody calls; the phone rings until {@link #stopRinging} or until the client hangs up. */
    public void ringFrom(String caller) {
        loop.execute(() -> module.ring(Optional.of(caller)));
    }

    /** Somebody calls who does not show his number. */
    public void ringWithheld() {
        loop.execute(() -> module.ring(Optional.empty()));
    }

    /** The caller gives up. */
    public void stopRinging() {
        loop.execute(module::stopRinging);
    }

    /** The network sends a USSD text by itself. */
    public void pushUssd(String text) {
        loop.execute(() -> module.tellUssd(Reply.last(text)));
    }

    /** The module starts again, whatever it is doing. */
    public void restart() {
        loop.execute(module::restart);
    }

    /** The module loses power. */
    public void powerOff() {
        loop.execute(module::powerOff);
    }

    /** The module gets power. */
    public void powerOn() {
        loop.execute(module::powerOn);
    }

    /** Somebody takes the SIM out. */
    public void removeSim() {
        loop.execute(module::removeSim);
    }

    /** Somebody puts another SIM in. */
    public void insert(SimCard other) {
        loop.execute(() -> module.insert(other));
    }

    /** The registration changes: 0 idle, 1 home, 2 searching, 3 denied, 4 unknown, 5 roaming. */
    public void register(int status) {
        loop.execute(() -> module.register(status));
    }

    /** The signal changes: 0 to 31, or 99 for unknown. */
    public void signal(int strength) {
        loop.execute(() -> module.setSignal(new SignalQuality(strength, 0)));
    }

    /** The module says a line by itself. */
    public void say(String line) {
        loop.execute(() -> module.say(line));
    }

    /** The connection breaks. */
    public void cutLink() {
        loop.execute(() -> module.uart().cut());
    }

    private static SmsAddress addressOf(String from) {
        return from.chars().allMatch(c -> c == '+' || (c >= '0' && c <= '9'))
                ? SmsAddress.ofDestination(from)
                : SmsAddress.ofName(from);
    }
}
