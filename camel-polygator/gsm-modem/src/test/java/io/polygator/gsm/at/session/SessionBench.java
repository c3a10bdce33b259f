package io.polygator.gsm.at.session;

import io.polygator.gsm.at.AtCommand;
import io.polygator.gsm.at.AtReply;
import io.polygator.gsm.at.FinalResult;
import io.polygator.gsm.at.session.AtExchange.Urgency;
import io.polygator.gsm.transport.Link;
import io.polygator.gsm.transport.LinkClosed;
import io.polygator.gsm.transport.LinkException;
import io.polygator.gsm.transport.LinkListener;
import io.polygator.gsm.transport.memory.ManualLoop;
import io.polygator.gsm.transport.memory.MemoryNetwork;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A session at one end of a link in memory and the test at the other, where the module would be. Notes everything that
 * the session tells, in order, as text.
 */
final class SessionBench {
    static final Duration DEADLINE = Duration.ofSeconds(60);

    final ManualLoop loop = new ManualLoop();
    final AtSession session;
    final List<String> events = new ArrayList<>();
    final StringBuilder written = new StringBuilder();
    private IntPredicate cuts = position -> false;
    private int said;
    private @Nullable Link module;

    SessionBench() {
        this(AtSessionSettings.defaults());
    }

    SessionBench(AtSessionSettings settings) {
        MemoryNetwork network = new MemoryNetwork(loop);
        try {
            network.acceptor("module").listen(Module::new);
        } catch (LinkException e) {
            throw new AssertionError(e);
        }
        session = new AtSession(network.transport("module"), new Events(), settings);
    }

    /** A bench whose session is open. */
    static SessionBench opened() {
        SessionBench bench = new SessionBench();
        bench.session.open();
        bench.loop.runPending();
        bench.events.clear();
        return bench;
    }

    /** Asks the session to run a command; its reply is noted as an event. */
    void ask(String line, AnswerShape shape) {
        ask(new AtExchange(new AtCommand(line), Optional.empty(), shape, DEADLINE, Urgency.NORMAL));
    }

    void send(String line, String payload) {
        ask(new AtExchange(
                new AtCommand(line),
                Optional.of(payload),
                new AnswerShape.Prefixed("+CMGS:"),
                DEADLINE,
                Urgency.NORMAL));
    }

    void ask(AtExchange exchange) {
        session.exchange(exchange)
                .thenAccept(reply -> events.add(exchange.command().line() + " -> " + describe(reply)));
        loop.runPending();
    }

    /** From now on what the module says is cut before each of the given positions of all that it says. */
    SessionBench cut(IntPredicate before) {
        cuts = before;
        return this;
    }

    /** The number of bytes that the module said. */
    int said() {
        return said;
    }

    /** The module writes the text, in one segment unless it is to be cut. */
    void say(String text) {
        say(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void say(byte[] bytes) {
        int begin = 0;
        for (int end = 1; end <= bytes.length; end++) {
            said++;
            if (end == bytes.length || cuts.test(said)) {
                deliver(Arrays.copyOfRange(bytes, begin, end));
                begin = end;
            }
        }
    }

    private void deliver(byte[] segment) {
        if (module != null) {
            module.write(segment);
        }
        loop.runPending();
    }

    /** What the session wrote since the last call, control characters spelt out. */
    String written() {
        String text = written.toString()
                .replace("\r", "<CR>")
                .replace("\u001A", "<SUB>")
                .replace("\u001B", "<ESC>");
        written.setLength(0);
        return text;
    }

    /** The module's end closes the link. */
    void hangUp() {
        if (module != null) {
            module.close();
        }
        loop.runPending();
    }

    void pass(Duration time) {
        loop.advance(time);
    }

    static String describe(AtReply reply) {
        if (reply instanceof AtReply.Completed completed) {
            return describe(completed.result()) + completed.information();
        }
        if (reply instanceof AtReply.Silent silent) {
            return "SILENT " + silent.payload() + silent.information();
        }
        return "LOST " + ((AtReply.Lost) reply).payload() + ((AtReply.Lost) reply).information();
    }

    private static String describe(FinalResult result) {
        if (result instanceof FinalResult.Cms cms) {
            return "CMS " + cms.error().code();
        }
        if (result instanceof FinalResult.Cme cme) {
            return "CME " + cme.error().code();
        }
        return result instanceof FinalResult.Call call ? call.text() : result.isOk() ? "OK" : "ERROR";
    }

    private final class Module implements LinkListener {
        @Override
        public void onOpen(Link link) {
            module = link;
        }

        @Override
        public void onBytes(byte[] bytes) {
            written.append(new String(bytes, StandardCharsets.ISO_8859_1));
        }

        @Override
        public void onClosed(LinkClosed closed) {
            module = null;
        }
    }

    private final class Events implements AtSessionListener {
        @Override
        public void onOpen() {
            events.add("open");
        }

        @Override
        public void onUrc(Urc urc) {
            events.add("URC " + urc.name() + "|" + urc.arguments()
                    + urc.pdu().map(pdu -> "|" + pdu).orElse(""));
        }

        @Override
        public void onLateAnswer(AtExchange exchange, List<String> information, Optional<FinalResult> result) {
            events.add("LATE " + exchange.command().line() + " " + information
                    + result.map(end -> " " + describe(end)).orElse(""));
        }

        @Override
        public void onStray(String line) {
            events.add("STRAY " + line);
        }

        @Override
        public void onUnresponsive() {
            events.add("unresponsive");
        }

        @Override
        public void onClosed(LinkClosed closed) {
            events.add("closed " + closed.cause());
        }
    }
}
