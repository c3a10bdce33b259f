package io.polygator.simulator;

import io.polygator.gsm.transport.Acceptor;
import io.polygator.gsm.transport.Loop;
import io.polygator.gsm.transport.TransportAddress;
import io.polygator.gsm.transport.memory.MemoryNetwork;
import io.polygator.gsm.transport.netty.NettyLoop;
import io.polygator.gsm.transport.netty.NettyLoops;
import io.polygator.gsm.transport.netty.TcpAcceptor;
import io.polygator.gsm.transport.netty.TcpLimits;
import io.polygator.gsm.virtualmodem.VirtualRadio.NetworkOperator;
import io.polygator.simulator.fault.FaultPlan;
import io.polygator.simulator.module.BootTiming;
import io.polygator.simulator.module.LineSpeed;
import io.polygator.simulator.module.Personality;
import io.polygator.simulator.module.UssdMenu;
import io.polygator.simulator.network.Latency;
import io.polygator.simulator.network.NumberRule;
import io.polygator.simulator.port.SecondClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Collects what a simulator shall be. */
public final class SimulatorBuilder {
    private static final int SER2NET_PORT = 30_000;

    private int channels = 8;
    private List<Personality> modules = List.of(Personality.M10_FW04);
    private String host = TransportAddress.Tcp.LOOPBACK;
    private int firstPort = SER2NET_PORT;
    private Optional<SimulatorPlace> place = Optional.empty();
    private Duration idleTimeout = Duration.ofSeconds(20);
    private SecondClient secondClient = SecondClient.REFUSE_NEW;
    private long seed = 1;
    private Optional<FaultPlan> faults = Optional.empty();
    private Latency sendLatency = Latency.between(Duration.ofMillis(200), Duration.ofMillis(600));
    private Latency transitLatency = Latency.between(Duration.ofMillis(100), Duration.ofMillis(400));
    private Latency deleteLatency = Latency.of(Duration.ofMillis(20));
    private LineSpeed lineSpeed = LineSpeed.FIXED;
    private BootTiming bootTiming = BootTiming.realistic();
    private StartState startState = StartState.RUNNING;
    private Optional<String> pin = Optional.empty();
    private int simSlots = 20;
    private NetworkOperator operator = new NetworkOperator("Polygator Demo", "25599");
    private NumberRule otherNumbers = NumberRule.everybodyAnswers();
    private UssdMenu ussd = UssdMenu.demo();

    SimulatorBuilder() {}

    /** How many channels, 1 to 256; eight by default. */
    public SimulatorBuilder channels(int count) {
        channels = count;
        return this;
    }

    /** The module types of the channels, repeated when there are more channels. */
    public SimulatorBuilder modules(Personality... types) {
        modules = List.of(types);
        return this;
    }

    /** The address to listen on; by default only this machine reaches it. */
    public SimulatorBuilder host(String address) {
        host = address;
        return this;
    }

    /** The port of the first channel, the others follow; 0 lets the system choose each. 30000 by default. */
    public SimulatorBuilder firstPort(int port) {
        firstPort = port;
        return this;
    }

    /** Lives in memory, with its time in the hands of whoever turns the loop's. Addresses are {@code sim-0} and on. */
    public SimulatorBuilder inMemory(Loop loop, MemoryNetwork network) {
        return on(loop, channel -> network.acceptor("sim-" + channel));
    }

    /** Lives on this loop, with a port of the caller's making per channel; they stay the caller's. */
    public SimulatorBuilder on(Loop loop, IntFunction<Acceptor> acceptors) {
        place = Optional.of(new SimulatorPlace(loop, acceptors, () -> {}));
        return this;
    }

    /** How long nothing may pass before a port closes its connection; zero for ever. 20 s by default. */
    public SimulatorBuilder idleTimeout(Duration timeout) {
        idleTimeout = timeout;
        return this;
    }

    /** What a port does with a second client. */
    public SimulatorBuilder secondClient(SecondClient behaviour) {
        secondClient = behaviour;
        return this;
    }

    /** What chance is drawn from when {@link #faults} does not say. */
    public SimulatorBuilder seed(long newSeed) {
        seed = newSeed;
        return this;
    }

    /** What goes wrong. */
    public SimulatorBuilder faults(FaultPlan plan) {
        faults = Optional.of(plan);
        return this;
    }

    /** The time from Ctrl-Z to +CMGS. */
    public SimulatorBuilder sendLatency(Latency latency) {
        sendLatency = latency;
        return this;
    }

    /** The time from the service centre to the recipient. */
    public SimulatorBuilder transitLatency(Latency latency) {
        transitLatency = latency;
        return this;
    }

    /** The time that AT+CMGD takes. */
    public SimulatorBuilder deleteLatency(Latency latency) {
        deleteLatency = latency;
        return this;
    }

    /** How a module that starts comes to the client's speed. */
    public SimulatorBuilder lineSpeed(LineSpeed speed) {
        lineSpeed = speed;
        return this;
    }

    /** The times of a module's start. */
    public SimulatorBuilder bootTiming(BootTiming timing) {
        bootTiming = timing;
        return this;
    }

    /** Whether the modules run already when the simulator starts. */
    public SimulatorBuilder startState(StartState state) {
        startState = state;
        return this;
    }

    /** The PIN that every SIM asks for; 4 to 8 digits. Its PUK is 12345678. */
    public SimulatorBuilder pin(String digits) {
        pin = Optional.of(digits);
        return this;
    }

    /** How many messages a SIM holds. */
    public SimulatorBuilder simSlots(int count) {
        simSlots = count;
        return this;
    }

    /** The network that the modules find. */
    public SimulatorBuilder operator(NetworkOperator newOperator) {
        operator = newOperator;
        return this;
    }

    /** What becomes of messages to numbers that no virtual SIM has. */
    public SimulatorBuilder otherNumbers(NumberRule rule) {
        otherNumbers = rule;
        return this;
    }

    /** What the network's USSD service answers. */
    public SimulatorBuilder ussd(UssdMenu menu) {
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
                lineSpeed,
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
    private SimulatorPlace overTcp() {
        NettyLoops loops = new NettyLoops(1, InstantSource.system());
        NettyLoop loop = loops.next();
        return new SimulatorPlace(
                loop, channel -> new TcpAcceptor(loop, address(channel), TcpLimits.defaults()), loops::close);
    }

    private TransportAddress.Tcp address(int channel) {
        return new TransportAddress.Tcp(host, firstPort == 0 ? 0 : firstPort + channel);
    }
}
