package io.polygator.simulator;

import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.transport.Acceptor;
import io.polygator.gsm.transport.LinkException;
import io.polygator.gsm.transport.Loop;
import io.polygator.gsm.transport.Transport;
import io.polygator.gsm.transport.TransportAddress;
import io.polygator.gsm.transport.memory.MemoryNetwork;
import io.polygator.gsm.transport.netty.NettyLoop;
import io.polygator.gsm.transport.netty.NettyLoops;
import io.polygator.gsm.transport.netty.TcpAcceptor;
import io.polygator.gsm.transport.netty.TcpLimits;
import io.polygator.gsm.virtualmodem.VirtualRadio.NetworkOperator;
import io.polygator.simulator.fault.FaultPlan;
import io.polygator.simulator.module.BootTiming;
import io.polygator.simulator.module.ModuleSettings;
import io.polygator.simulator.module.Personality;
import io.polygator.simulator.module.SimulatedModule;
import io.polygator.simulator.module.UssdMenu;
import io.polygator.simulator.network.AirLog;
import io.polygator.simulator.network.Latency;
import io.polygator.simulator.network.MessageSlots;
import io.polygator.simulator.network.NumberRule;
import io.polygator.simulator.network.RadioNetwork;
import io.polygator.simulator.network.SimCard;
import io.polygator.simulator.port.DirectLine;
import io.polygator.simulator.port.SecondClient;
import io.polygator.simulator.port.Ser2netPort;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * A whole gateway: modules with SIMs, a network between them, and a port per channel. Runs on any loop: over TCP in real
 * time, or in memory with a clock that the test turns. Thread-safe.
 */
public final class PolygatorSimulator implements AutoCloseable {
    private static final SmsAddress SERVICE_CENTRE = SmsAddress.ofDestination("+380500000500");
    private static final String PUK = "12345678";
    private static final String AREA = "0A1B";

    private final SimulatorSettings settings;
    private final Place place;
    private final RadioNetwork network;
    private final List<SimulatedChannel> channels = new ArrayList<>();
    private final List<Acceptor> acceptors = new ArrayList<>();
    private final List<Ser2netPort> ports = new ArrayList<>();
    private final List<DirectLine> lines = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();

    private PolygatorSimulator(SimulatorSettings settings, Place place) {
        this.settings = settings;
        this.place = place;
        this.network =
                new RadioNetwork(place.loop(), SERVICE_CENTRE, settings.transitLatency(), settings.otherNumbers());
        for (int channel = 0; channel < settings.channels(); channel++) {
            channels.add(newChannel(channel));
        }
    }

    /** A gateway of eight M10 modules that nothing goes wrong with, until it is told otherwise. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Where a simulator lives.
     *
     * @param acceptors the port of each channel, counted from 0
     * @param whenClosed ends what belongs to the place
     */
    private record Place(Loop loop, IntFunction<Acceptor> acceptors, Runnable whenClosed) {}

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
                String.format("%04X", channel + 1),
                settings.sendLatency(),
                settings.deleteLatency(),
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
     * @throws LinkException if a port cannot be listened on; nothing listens then
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

    /** Closes every port and switches everything off. */
    @Override
    public synchronized void close() {
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

    /** Collects what a simulator shall be. */
    public static final class Builder {
        private static final int SER2NET_PORT = 30_000;

        private int channels = 8;
        private List<Personality> modules = List.of(Personality.M10_FW04);
        private String host = TransportAddress.Tcp.LOOPBACK;
        private int firstPort = SER2NET_PORT;
        private Optional<Place> place = Optional.empty();
        private Duration idleTimeout = Duration.ofSeconds(20);
        private SecondClient secondClient = SecondClient.REFUSE_NEW;
        private long seed = 1;
        private Optional<FaultPlan> faults = Optional.empty();
        private Latency sendLatency = Latency.between(Duration.ofMillis(200), Duration.ofMillis(600));
        private Latency transitLatency = Latency.between(Duration.ofMillis(100), Duration.ofMillis(400));
        private Latency deleteLatency = Latency.of(Duration.ofMillis(20));
        private BootTiming bootTiming = BootTiming.realistic();
        private StartState startState = StartState.RUNNING;
        private Optional<String> pin = Optional.empty();
        private int simSlots = 20;
        private NetworkOperator operator = new NetworkOperator("Polygator Demo", "25599");
        private NumberRule otherNumbers = NumberRule.everybodyAnswers();
        private UssdMenu ussd = UssdMenu.demo();

        private Builder() {}

        /** How many channels, 1 to 256; eight by default. */
        public Builder channels(int count) {
            channels = count;
            return this;
        }

        /** The module types of the channels, repeated when there are more channels. */
        public Builder modules(Personality... types) {
            modules = List.of(types);
            return this;
        }

        /** The address to listen on; by default only this machine reaches it. */
        public Builder host(String address) {
            host = address;
            return this;
        }

        /** The port of the first channel, the others follow; 0 lets the system choose each. 30000 by default. */
        public Builder firstPort(int port) {
            firstPort = port;
            return this;
        }

        /** Lives in memory, with its time in the hands of whoever turns the loop's. Addresses are {@code sim-0} and on. */
        public Builder inMemory(Loop loop, MemoryNetwork network) {
            return on(loop, channel -> network.acceptor("sim-" + channel));
        }

        /** Lives on this loop, with a port of the caller's making per channel; they stay the caller's. */
        public Builder on(Loop loop, IntFunction<Acceptor> acceptors) {
            place = Optional.of(new Place(loop, acceptors, () -> {}));
            return this;
        }

        /** How long nothing may pass before a port closes its connection; zero for ever. 20 s by default. */
        public Builder idleTimeout(Duration timeout) {
            idleTimeout = timeout;
            return this;
        }

        /** What a port does with a second client. */
        public Builder secondClient(SecondClient behaviour) {
            secondClient = behaviour;
            return this;
        }

        /** What chance is drawn from when {@link #faults} does not say. */
        public Builder seed(long newSeed) {
            seed = newSeed;
            return this;
        }

        /** What goes wrong. */
        public Builder faults(FaultPlan plan) {
            faults = Optional.of(plan);
            return this;
        }

        /** The time from Ctrl-Z to +CMGS. */
        public Builder sendLatency(Latency latency) {
            sendLatency = latency;
            return this;
        }

        /** The time from the service centre to the recipient. */
        public Builder transitLatency(Latency latency) {
            transitLatency = latency;
            return this;
        }

        /** The time that AT+CMGD takes. */
        public Builder deleteLatency(Latency latency) {
            deleteLatency = latency;
            return this;
        }

        /** The times of a module's start. */
        public Builder bootTiming(BootTiming timing) {
            bootTiming = timing;
            return this;
        }

        /** Whether the modules run already when the simulator starts. */
        public Builder startState(StartState state) {
            startState = state;
            return this;
        }

        /** The PIN that every SIM asks for; 4 to 8 digits. Its PUK is 12345678. */
        public Builder pin(String digits) {
            pin = Optional.of(digits);
            return this;
        }

        /** How many messages a SIM holds. */
        public Builder simSlots(int count) {
            simSlots = count;
            return this;
        }

        /** The network that the modules find. */
        public Builder operator(NetworkOperator newOperator) {
            operator = newOperator;
            return this;
        }

        /** What becomes of messages to numbers that no virtual SIM has. */
        public Builder otherNumbers(NumberRule rule) {
            otherNumbers = rule;
            return this;
        }

        /** What the network's USSD service answers. */
        public Builder ussd(UssdMenu menu) {
            ussd = menu;
            return this;
        }

        /**
         * The simulator, not yet started.
         *
         * @throws IllegalArgumentException if a setting is out of its range, naming it
         */
        public PolygatorSimulator build() {
            SimulatorSettings settings = new SimulatorSettings(
                    channels,
                    modules,
                    idleTimeout,
                    secondClient,
                    faults.orElseGet(() -> FaultPlan.seeded(seed)),
                    sendLatency,
                    transitLatency,
                    deleteLatency,
                    bootTiming,
                    startState,
                    pin,
                    simSlots,
                    operator,
                    otherNumbers,
                    ussd);
            return new PolygatorSimulator(settings, place.orElseGet(this::overTcp));
        }

        /** One thread is enough for 256 channels, and spares every lock. */
        private Place overTcp() {
            NettyLoops loops = new NettyLoops(1, InstantSource.system());
            NettyLoop loop = loops.next();
            return new Place(
                    loop, channel -> new TcpAcceptor(loop, address(channel), TcpLimits.defaults()), loops::close);
        }

        private TransportAddress.Tcp address(int channel) {
            return new TransportAddress.Tcp(host, firstPort == 0 ? 0 : firstPort + channel);
        }
    }
}
