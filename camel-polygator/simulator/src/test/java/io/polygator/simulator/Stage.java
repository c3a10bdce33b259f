package io.polygator.simulator;

import io.polygator.gsm.transport.LinkException;
import io.polygator.gsm.transport.memory.ManualLoop;
import io.polygator.gsm.transport.memory.MemoryNetwork;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** A simulator in memory whose time the test turns. */
final class Stage {
    static final String CTRL_Z = "\u001a";
    static final String SOMEBODY = "+380677654321";

    final ManualLoop loop = new ManualLoop();
    final PolygatorSimulator simulator;
    private final MemoryNetwork network = new MemoryNetwork(loop);

    Stage(UnaryOperator<SimulatorBuilder> settings) {
        simulator = settings.apply(PolygatorSimulator.builder().channels(2))
                .inMemory(loop, network)
                .build();
        try {
            simulator.start();
        } catch (LinkException e) {
            throw new AssertionError(e);
        }
        loop.runPending();
    }

    AtClient connect(int channel) {
        return AtClient.connect(loop, network.transport("sim-" + channel));
    }

    /** A client that has set what most clients set. */
    AtClient ready(int channel) {
        AtClient client = connect(channel);
        client.ask("ATE0;+CMEE=1;+CNMI=2,1,0,1,0\r", "OK");
        return client;
    }

    void pass(Duration time) {
        loop.advance(time);
    }

    /** Sends a text to somebody outside; what the module answered, if anything. */
    String send(AtClient client, String text) {
        String line = Submits.line(SOMEBODY, text);
        client.ask(Submits.command(line), "> ");
        client.type(line + CTRL_Z);
        pass(Duration.ofSeconds(2));
        return client.take();
    }

    long timesOnAir(String text) {
        return simulator.air().entries().stream()
                .filter(entry -> entry.userData().equals(Submits.text(text)))
                .count();
    }
}
