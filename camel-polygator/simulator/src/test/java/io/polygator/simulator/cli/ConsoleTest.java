package io.polygator.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gsm.transport.memory.ManualLoop;
import io.polygator.gsm.transport.memory.MemoryNetwork;
import io.polygator.simulator.PolygatorSimulator;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private final ManualLoop loop = new ManualLoop();
    private final PolygatorSimulator simulator = PolygatorSimulator.builder()
            .channels(1)
            .inMemory(loop, new MemoryNetwork(loop))
            .build();

    @Test
    void carriesOutOrders() throws Exception {
        simulator.start();
        assertThat(run("sms 0 +380677654321 hello there\nair\nquit\nnot read any more"))
                .isEqualToIgnoringNewLines("done0 messages were on the air");
        assertThat(simulator.channel(0).sim().slots().used()).isOne();
    }

    @Test
    void explainsWhatItDoesNotUnderstand() throws Exception {
        assertThat(run("dance 0")).contains("\"dance\" is no order");
        assertThat(run("ring")).contains("lacks its channel");
        assertThat(run("ring 7 +380677654321")).startsWith("cannot ring:");
        assertThat(run("ring x")).startsWith("cannot ring:");
        assertThat(run("sms 0 +380677654321")).startsWith("cannot sms:");
        assertThat(run("help")).contains("sms CHANNEL FROM TEXT", "quit");
    }

    private String run(String orders) throws Exception {
        StringWriter out = new StringWriter();
        new Console(simulator, new PrintWriter(out, true)).run(new BufferedReader(new StringReader(orders)));
        loop.runPending();
        return out.toString();
    }
}
