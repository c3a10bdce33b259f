package io.polygator.simulator.cli;

import io.polygator.simulator.PolygatorSimulator;
import io.polygator.simulator.SimulatedChannel;
import io.polygator.simulator.network.AirLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** Carries out the orders that somebody types: one per line, channel numbers counted from 0. */
final class Console {
    private static final String HELP = String.join(
            System.lineSeparator(),
            "sms CHANNEL FROM TEXT    somebody sends a text to the channel's SIM",
            "ring CHANNEL FROM        somebody calls",
            "stop CHANNEL             the caller gives up",
            "ussd CHANNEL TEXT        the network sends a USSD text",
            "restart CHANNEL          the module starts again",
            "off CHANNEL              the module loses power",
            "on CHANNEL               the module gets power",
            "cut CHANNEL              the connection breaks",
            "nosim CHANNEL            somebody takes the SIM out",
            "air                      how many messages were on the air, and the latest",
            "quit                     end");
    private static final int LATEST = 10;

    private final PolygatorSimulator simulator;
    private final PrintWriter out;
    private final Map<String, Order> orders = Map.of(
            "sms", (channel, rest) -> channel.receiveFrom(word(rest, 0), rest.split(" ", 2)[1]),
            "ring", (channel, rest) -> channel.ringFrom(word(rest, 0)),
            "stop", (channel, rest) -> channel.stopRinging(),
            "ussd", SimulatedChannel::pushUssd,
            "restart", (channel, rest) -> channel.restart(),
            "off", (channel, rest) -> channel.powerOff(),
            "on", (channel, rest) -> channel.powerOn(),
            "cut", (channel, rest) -> channel.cutLink(),
            "nosim", (channel, rest) -> channel.removeSim());

    Console(PolygatorSimulator simulator, PrintWriter out) {
        this.simulator = simulator;
        this.out = out;
    }

    /** What is done to one channel. */
    @FunctionalInterface
    private interface Order {
        void carryOut(SimulatedChannel channel, String rest);
    }

    /** Obeys until {@code quit} or the end of the input. */
    void run(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && !line.strip().equals("quit")) {
            obey(line.strip());
            out.flush();
            line = in.readLine();
        }
    }

    private void obey(String line) {
        if (line.isEmpty()) {
            return;
        }
        if (line.equals("air")) {
            tellAir();
        } else if (line.equals("help")) {
            out.println(HELP);
        } else {
            carryOut(line);
        }
    }

    private void carryOut(String line) {
        String[] words = line.split(" ", 3);
        Order order = orders.get(words[0]);
        if (order == null || words.length < 2) {
            out.println("\"" + words[0] + "\" is no order, or lacks its channel; help lists the orders");
            return;
        }
        try {
            SimulatedChannel channel = simulator.channel(Integer.parseInt(words[1]));
            order.carryOut(channel, words.length > 2 ? words[2] : "");
            out.println("done");
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            out.println("cannot " + words[0] + ": " + e.getMessage());
        }
    }

    private void tellAir() {
        List<AirLog.Entry> entries = simulator.air().entries();
        out.println(simulator.air().total() + " messages were on the air");
        for (AirLog.Entry entry : entries.subList(Math.max(0, entries.size() - LATEST), entries.size())) {
            out.println(entry.at() + "  " + entry.sender() + " to "
                    + entry.destination().display() + "  reference "
                    + entry.reference().value());
        }
    }

    private static String word(String text, int index) {
        return text.split(" ", -1)[index];
    }
}
