package io.polygator.simulator;

import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.transport.Acceptor;
import io.polygator.gsm.transport.LinkException;
import io.polygator.gsm.transport.Loop;
import io.polygator.gsm.transport.Transport;
import io.polygator.gsm.virtualmodem.MessageSlots;
import io.polygator.simulator.module.ModuleSettings;
import io.polygator.simulator.module.Personality;
import io.polygator.simulator.module.SimulatedModule;
import io.polygator.simulator.network.AirLog;
import io.polygator.simulator.network.RadioNetwork;
import io.polygator.simulator.network.SimCard;
import io.polygator.simulator.port.DirectLine;
import io.polygator.simulator.port.Ser2netPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A whole gateway: modules with SIMs, a network between them, and a port per channel. Runs on any loop: over TCP in real
 * time, or in memory with a clock that the test turns. Thread-safe.
 */
public final class PolygatorSimulator implements AutoCloseable {
    private static final SmsAddress SERVICE_CENTRE = SmsAddress.ofDestination("+380500000500");
    private static final String PUK = "12345678";
    private static final String AREA = "0A1B";

    private final SimulatorSettings settings;
    private final SimulatorPlace place;
    private final RadioNetwork network;
    private final List<SimulatedChannel> channels = new ArrayList<>();
    private final List<Acceptor> acceptors = new ArrayList<>();
    private final List<Ser2netPort> ports = new ArrayList<>();
    private final List<DirectLine> lines = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();
    private boolean closed;

    PolygatorSimulator(SimulatorSettings settings, SimulatorPlace place) {
        this.settings = settings;
        this.place = place;
        this.network =
                new RadioNetwork(place.loop(), SERVICE_CENTRE, settings.transitLatency(), settings.otherNumbers());
        for (int channel = 0; channel < settings.channels(); channel++) {
            channels.add(newChannel(channel));
        }
    }

    /** A gateway of eight M10 modules that nothing goes wrong with, until it is told otherwise. */
    public static SimulatorBuilder builder() {
        return new SimulatorBuilder();
    }

    private SimulatedChannel newChannel(int channel) {
        Personality personality = settings.moduleOf(channel);
        SimCard sim = new SimCard(
                SimNumbers.number(channel),
                SimNumbers.imsi(channel),
                SimNumbers.iccid(channel),
                settings.pin(),
                PUK,
                SERVICE_CENTRE,
                new MessageSlots(personality.firstSlot(), settings.simSlots()));
        ModuleSettings moduleSettings = new ModuleSettings(
                personality,
                SimNumbers.imei(channel),
                settings.operator(),
                AREA,
                String.format(Locale.ROOT, "%04X", channel + 1),
                settings.sendLatency(),
                settings.deleteLatency(),
                settings.lineSpeed(),
                settings.bootTiming(),
                settings.ussd());
        SimulatedModule module = new SimulatedModule(
                place.loop(), network, sim, settings.faults().forChannel(channel), moduleSettings);
        return new SimulatedChannel(channel, place.loop(), network, sim, module);
    }

    /**
     * Switches the modules on and listens.
     *
     * @return this
     * @throws LinkException if a port cannot be listened on; the simulator is closed then
     */
    public synchronized PolygatorSimulator start() throws LinkException {
        switchOn();
        try {
            for (SimulatedChannel channel : channels) {
                listen(channel);
            }
        } catch (LinkException e) {
            close();
            throw e;
        }
        return this;
    }

    /** Switches the modules on without listening: for {@link #serve}. */
    public synchronized PolygatorSimulator switchOn() {
        place.loop().execute(() -> channels.forEach(this::switchOn));
        return this;
    }

    private void switchOn(SimulatedChannel channel) {
        if (settings.startState() == StartState.RUNNING) {
            channel.module().beRunning();
        } else {
            channel.module().powerOn();
        }
    }

    private void listen(SimulatedChannel channel) throws LinkException {
        Ser2netPort port = new Ser2netPort(channel.module().uart(), settings.idleTimeout(), settings.secondClient());
        Acceptor acceptor = place.acceptors().apply(channel.index());
        acceptors.add(acceptor);
        ports.add(port);
        addresses.add(acceptor.listen(port::accept));
    }

    /**
     * Wires a channel straight to a device, without ser2net's habits; the device is opened again when it fails.
     *
     * @param channel counted from 0
     * @param device on this simulator's {@link #loop}
     */
    public synchronized void serve(int channel, Transport device) {
        DirectLine line = new DirectLine(channels.get(channel).module().uart(), device);
        lines.add(line);
        place.loop().execute(line::open);
    }

    /** The loop on which everything of this simulator happens. */
    public Loop loop() {
        return place.loop();
    }

    /** Where the channels listen, in their order: {@code tcp:127.0.0.1:30000}. Empty before {@link #start}. */
    public synchronized List<String> addresses() {
        return List.copyOf(addresses);
    }

    /** The channels in their order. */
    public List<SimulatedChannel> channels() {
        return List.copyOf(channels);
    }

    /** The channel, counted from 0. */
    public SimulatedChannel channel(int index) {
        return channels.get(index);
    }

    /** The SIMs in the order of the channels in which they began. */
    public List<SimCard> sims() {
        return channels.stream().map(SimulatedChannel::sim).toList();
    }

    /** What really was on the air. */
    public AirLog air() {
        return network.air();
    }

    /** The network between the SIMs. To be used on the {@link #loop}. */
    public RadioNetwork network() {
        return network;
    }

    /** Closes every port and switches everything off. Has no effect the second time. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        acceptors.forEach(Acceptor::close);
        acceptors.clear();
        List<DirectLine> open = List.copyOf(lines);
        place.loop().execute(() -> {
            open.forEach(DirectLine::close);
            ports.forEach(Ser2netPort::close);
            channels.forEach(channel -> channel.module().powerOff());
        });
        lines.clear();
        place.whenClosed().run();
    }
}
