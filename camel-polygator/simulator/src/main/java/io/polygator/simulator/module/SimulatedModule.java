package io.polygator.simulator.module;

import io.polygator.gsm.transport.Loop;
import io.polygator.gsm.virtualmodem.AtServer;
import io.polygator.gsm.virtualmodem.AtServerSettings;
import io.polygator.gsm.virtualmodem.DeliveryResult;
import io.polygator.gsm.virtualmodem.IncomingTpdu;
import io.polygator.gsm.virtualmodem.MessageSlots;
import io.polygator.gsm.virtualmodem.MessageStorage;
import io.polygator.gsm.virtualmodem.ModuleIdentity;
import io.polygator.gsm.virtualmodem.VirtualCalls;
import io.polygator.gsm.virtualmodem.VirtualModem;
import io.polygator.gsm.virtualmodem.VirtualRadio;
import io.polygator.gsm.virtualmodem.VirtualRadio.SignalQuality;
import io.polygator.gsm.virtualmodem.VirtualSim;
import io.polygator.simulator.fault.Fault;
import io.polygator.simulator.fault.Fault.Occasion;
import io.polygator.simulator.fault.FaultSource;
import io.polygator.simulator.network.RadioNetwork;
import io.polygator.simulator.network.SimCard;
import io.polygator.simulator.network.Subscriber;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One GSM module with its UART and its SIM slot. Belongs to the simulator's loop. */
public final class SimulatedModule implements VirtualModem, Subscriber {
    private static final Duration SLOW_DELETE = Duration.ofSeconds(7);
    private static final int MODULE_SLOTS = 50;
    private static final int FULL_FUNCTIONALITY = 1;

    private final Loop loop;
    private final RadioNetwork network;
    private final FaultSource faults;
    private final ModuleSettings settings;
    private final Uart uart = new Uart(this::receive);
    private final FaultyOutput output;
    private final AtServer server;
    private final SimSlot slot;
    private final Radio radio;
    private final Calls calls;
    private final Startup startup;
    private final MessageSlots ownSlots;
    private int functionality = FULL_FUNCTIONALITY;
    private boolean on;
    private int generation;

    public SimulatedModule(Loop loop, RadioNetwork network, SimCard sim, FaultSource faults, ModuleSettings settings) {
        this.loop = loop;
        this.network = network;
        this.faults = faults;
        this.settings = settings;
        this.output = new FaultyOutput(loop, uart, faults, settings.personality());
        this.server = new AtServer(loop, this, settings.personality().commands(), AtServerSettings.ofModule(), output);
        this.startup = new Startup(this, settings);
        this.slot = new SimSlot(sim, startup::simUnlocked);
        this.radio = new Radio(this, settings, new UssdDialogue(loop, settings.ussd(), this::tellUssd));
        this.calls = new Calls(loop, this::server);
        this.ownSlots = new MessageSlots(settings.personality().firstSlot(), MODULE_SLOTS);
        network.attach(sim, this);
    }

    /** Switches the module on; its first words come as they do after power. */
    public void powerOn() {
        on = true;
        if (faults.draw(Occasion.START).equals(Optional.of(Fault.REFERENCE_RESET))) {
            card().ifPresent(SimCard::countAnew);
        }
        startup.begin();
    }

    /** Lets the module be as if it had been on for long: registered, unless its SIM wants a PIN. */
    public void beRunning() {
        on = true;
        startup.skip();
    }

    /** Switches the module off without a word. */
    public void powerOff() {
        on = false;
        generation++;
        startup.stop();
        calls.hangUp();
        radio.switchOff();
        slot.supply(false);
        functionality = FULL_FUNCTIONALITY;
        server.reset();
    }

    /** Starts the module again, as after a brown-out. What it was doing is lost. */
    public void restart() {
        powerOff();
        powerOn();
    }

    /** Puts another SIM into the slot while the module runs. */
    public void insert(SimCard sim) {
        card().ifPresent(network::detach);
        slot.insert(sim);
        network.attach(sim, this);
        startup.simInserted();
    }

    /** Takes the SIM out of the slot while the module runs. */
    public void removeSim() {
        card().ifPresent(network::detach);
        slot.supply(false);
        slot.remove();
        radio.switchOff();
        server.unsolicited("+CPIN: NOT INSERTED");
    }

    /** Lets the phone ring until the caller or the client ends the call; the caller may be withheld. */
    public void ring(Optional<String> caller) {
        calls.ring(caller);
    }

    /** The caller gives up. */
    public void stopRinging() {
        calls.callerHangsUp();
    }

    /** Announces a USSD text, asked for or not. */
    public void tellUssd(UssdMenu.Reply reply) {
        server.ussd(reply.status(), reply.text(), reply.writing());
    }

    /** Says a line that nobody asked for. */
    public void say(String line) {
        server.unsolicited(line);
    }

    /** Changes the registration state of AT+CREG. */
    public void register(int status) {
        radio.register(status);
        wakeNetwork();
    }

    public void setSignal(SignalQuality signal) {
        radio.setSignal(signal);
    }

    /** The serial line. */
    public Uart uart() {
        return uart;
    }

    /** The SIM in the slot. */
    public Optional<SimCard> card() {
        return slot.card();
    }

    private void receive(byte[] bytes) {
        if (on && startup.isListening()) {
            server.receive(bytes);
        }
    }

    Loop loop() {
        return loop;
    }

    RadioNetwork network() {
        return network;
    }

    AtServer server() {
        return server;
    }

    FaultyOutput output() {
        return output;
    }

    SimSlot slot() {
        return slot;
    }

    Radio radioPart() {
        return radio;
    }

    /** Grows with every start, so that what was begun before it can be told from what came after. */
    int generation() {
        return generation;
    }

    void wakeNetwork() {
        card().ifPresent(network::wake);
    }

    @Override
    public boolean isReachable() {
        return on && radio.isRegistered() && slot.state() == VirtualSim.State.READY;
    }

    @Override
    public void deliver(IncomingTpdu incoming, Consumer<DeliveryResult> result) {
        server.deliver(incoming, result);
    }

    @Override
    public FaultSource faults() {
        return faults;
    }

    @Override
    public ModuleIdentity identity() {
        Personality personality = settings.personality();
        return new ModuleIdentity(
                personality.manufacturer(), personality.model(), personality.revision(), settings.imei());
    }

    @Override
    public VirtualSim sim() {
        return slot;
    }

    @Override
    public VirtualRadio radio() {
        return radio;
    }

    @Override
    public VirtualCalls calls() {
        return calls;
    }

    @Override
    public List<String> storageNames() {
        return settings.personality().storages();
    }

    @Override
    public Optional<MessageStorage> storage(String name) {
        if (!storageNames().contains(name)) {
            return Optional.empty();
        }
        return name.startsWith("ME")
                ? Optional.of(new SlotStorage(ownSlots, this::delete))
                : card().map(sim -> new SlotStorage(sim.slots(), this::delete));
    }

    private void delete(Runnable deletion, Runnable done) {
        Duration time = faults.draw(Occasion.DELETE).isPresent()
                ? SLOW_DELETE
                : settings.deleteLatency().at(faults.chance());
        int begun = generation;
        loop.schedule(time, () -> {
            if (begun == generation) {
                deletion.run();
                done.run();
                // There is room again: the service centre hears of it and delivers what had to wait.
                wakeNetwork();
            }
        });
    }

    @Override
    public int functionality() {
        return functionality;
    }

    @Override
    public void setFunctionality(int level) {
        if (level == functionality) {
            return;
        }
        functionality = level;
        if (level == FULL_FUNCTIONALITY) {
            startup.searchNetwork();
        } else {
            radio.register(0);
        }
    }

    @Override
    public void power(PowerOrder order) {
        loop.execute(() -> {
            if (order == PowerOrder.RESTART) {
                restart();
            } else {
                server.unsolicited("NORMAL POWER DOWN");
                powerOff();
            }
        });
    }
}
