package io.polygator.simulator.cli;

import io.polygator.gsm.transport.LinkException;
import io.polygator.simulator.PolygatorSimulator;
import io.polygator.simulator.SimulatorBuilder;
import io.polygator.simulator.StartState;
import io.polygator.simulator.fault.FaultPlan;
import io.polygator.simulator.module.LineSpeed;
import io.polygator.simulator.module.Personality;
import io.polygator.simulator.network.Latency;
import io.polygator.simulator.port.SecondClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs a simulated gateway until it is interrupted. */
@Command(
        name = "polygator-simulator",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "A Polygator GSM gateway that exists only in memory. Connect to its ports as to the hardware.",
        footer = {
            "",
            "Examples:",
            "  polygator-simulator",
            "  polygator-simulator --channels 32 --module M10-fw04,SIM900 --port 9101 --idle-timeout 0",
            "  polygator-simulator --seed 7 --faults no-prompt:0.02,error:0.05 --latency 2-6",
            "  polygator-simulator --interactive"
        })
public final class SimulatorMain implements Callable<Integer> {
    @Option(names = "--channels", defaultValue = "8", description = "How many channels, 1 to 256 (${DEFAULT-VALUE}).")
    private int channels;

    @Option(
            names = "--module",
            split = ",",
            defaultValue = "M10-fw04",
            description = "Module types, repeated over the channels: M10-fw04, M10-fw05, SIM300, SIM900, SIM5215"
                    + " (${DEFAULT-VALUE}).")
    private List<String> modules = List.of();

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "Address to listen on; 0.0.0.0 lets other machines in (${DEFAULT-VALUE}).")
    private String host = "";

    @Option(
            names = "--port",
            defaultValue = "30000",
            description = "Port of the first channel, the others follow; 0 takes free ones (${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--idle-timeout",
            defaultValue = "20",
            description = "Seconds without a byte after which a connection is closed, 0 for never (${DEFAULT-VALUE}).")
    private int idleTimeout;

    @Option(names = "--kick-old", description = "A second client throws the first one out instead of being refused.")
    private boolean kickOld;

    @Option(
            names = "--latency",
            defaultValue = "0.2-0.6",
            description = "Seconds from Ctrl-Z to +CMGS: a number, a range such as 2-6, or realistic"
                    + " (${DEFAULT-VALUE}).")
    private String latency = "";

    @Option(names = "--seed", defaultValue = "1", description = "What chance is drawn from (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--faults",
            defaultValue = "none",
            description = "What goes wrong: none, storm, or name:rate,name:rate as in no-prompt:0.02,error:0.05"
                    + " (${DEFAULT-VALUE}).")
    private String faults = "";

    @Option(names = "--pin", description = "The PIN that every SIM asks for, 4 to 8 digits; the PUK is 12345678.")
    private Optional<String> pin = Optional.empty();

    @Option(
            names = "--sim-slots",
            defaultValue = "20",
            description = "How many messages a SIM holds, 1 to 255 (${DEFAULT-VALUE}).")
    private int simSlots;

    @Option(
            names = "--boot",
            description = "The modules get power at the start and take their time, instead of running already.")
    private boolean boot;

    @Option(
            names = "--autobaud",
            description = "A module that starts is silent until the first AT, as from the factory; SIM5215 is not.")
    private boolean autobaud;

    @Option(names = "--interactive", description = "Reads orders from standard input; help lists them.")
    private boolean interactive;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Starts the program. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SimulatorMain()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (PolygatorSimulator simulator = simulator().start()) {
            announce(simulator, out);
            if (interactive) {
                new Console(simulator, out).run(standardInput());
            } else {
                waitForInterrupt(simulator);
            }
            return CommandLine.ExitCode.OK;
        } catch (LinkException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        } catch (IOException e) {
            spec.commandLine().getErr().println("cannot read standard input: " + e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private PolygatorSimulator simulator() {
        try {
            SimulatorBuilder builder = PolygatorSimulator.builder()
                    .channels(channels)
                    .modules(modules.stream().map(Personality::named).toArray(Personality[]::new))
                    .host(host)
                    .firstPort(port)
                    .idleTimeout(Duration.ofSeconds(idleTimeout))
                    .secondClient(kickOld ? SecondClient.KICK_OLD : SecondClient.REFUSE_NEW)
                    .sendLatency(latencyOf(latency))
                    .faults(FaultPlan.parse(faults, seed))
                    .simSlots(simSlots)
                    .lineSpeed(autobaud ? LineSpeed.AUTOMATIC : LineSpeed.FIXED)
                    .startState(boot ? StartState.POWERED_ON : StartState.RUNNING);
            pin.ifPresent(builder::pin);
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    static Latency latencyOf(String text) {
        if (text.equals("realistic")) {
            return Latency.realistic();
        }
        String[] ends = text.split("-", -1);
        try {
            Duration shortest = seconds(ends[0]);
            Duration longest = seconds(ends[ends.length - 1]);
            if (ends.length <= 2) {
                return Latency.between(shortest, longest);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(latencyHint(text), e);
        }
        throw new IllegalArgumentException(latencyHint(text));
    }

    private static String latencyHint(String text) {
        return "latency \"" + text + "\": write seconds as 3, a range as 2-6, or realistic";
    }

    private static Duration seconds(String text) {
        return Duration.ofMillis(Math.round(Double.parseDouble(text) * 1000));
    }

    private static void announce(PolygatorSimulator simulator, PrintWriter out) {
        List<String> addresses = simulator.addresses();
        for (int channel = 0; channel < addresses.size(); channel++) {
            out.println(addresses.get(channel) + "  SIM "
                    + simulator.channel(channel).sim().number());
        }
        out.println("The gateway is simulated: nothing leaves this machine.");
        out.flush();
    }

    private static BufferedReader standardInput() {
        return new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
    }

    private static void waitForInterrupt(PolygatorSimulator simulator) throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "simulator-shutdown"));
        interrupted.await();
    }
}
