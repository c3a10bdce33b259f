package io.polygator.gsm.virtualmodem;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.polygator.gsm.transport.memory.ManualLoop;
import java.io.ByteArrayOutputStream;

/** An AT server with a modem on the bench, and what it said so far. */
final class Bench {
    final ManualLoop loop = new ManualLoop();
    final BenchModem modem = new BenchModem(loop);
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    boolean hungUp;
    final AtServer server;

    Bench() {
        this(AtServerSettings.ofModule());
    }

    Bench(AtServerSettings settings) {
        FramedOutput output = new FramedOutput(said::writeBytes, () -> hungUp = true);
        server = new AtServer(loop, modem, CommandSet.forClients(), settings, output);
    }

    /** Without echo and with error numbers, as most clients want it. */
    static Bench quiet() {
        return quiet(AtServerSettings.ofModule());
    }

    static Bench quiet(AtServerSettings settings) {
        Bench bench = new Bench(settings);
        bench.type("ATE0;+CMEE=1\r");
        return bench;
    }

    /** What is said when this is typed. */
    String type(String typed) {
        server.receive(typed.getBytes(ISO_8859_1));
        loop.runPending();
        return said();
    }

    String said() {
        String text = said.toString(ISO_8859_1);
        said.reset();
        return text;
    }
}
