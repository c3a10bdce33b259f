package io.polygator.smpp.session;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.polygator.smpp.Engine;
import io.polygator.smpp.esme.BindDecision;
import io.polygator.smpp.esme.BindRequest;
import io.polygator.smpp.esme.Delivery;
import io.polygator.smpp.esme.Esme;
import io.polygator.smpp.esme.EsmeListener;
import io.polygator.smpp.esme.EsmeProfile;
import io.polygator.smpp.esme.SmppAuthenticator;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A server without a network and with a time that only the test moves: sessions on embedded channels. */
final class Rig {
    static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    final Engine engine = new Engine();
    final List<String> comings = new ArrayList<>();
    final List<BindRequest> binds = new ArrayList<>();
    final List<Wire> wires = new ArrayList<>();
    final Accounts accounts = new Accounts();

    Instant now = NOW;
    EsmeProfile profile = EsmeProfile.of("shop");
    SessionTimers timers = SessionTimers.standard();
    SessionLimits limits = SessionLimits.standard();
    BindErrors bindErrors = BindErrors.UNIFORM;
    SmppAuthenticator authenticator =
            request -> CompletableFuture.completedFuture(new BindDecision.Granted(this.profile));
    private long numbers;

    private SessionContext context() {
        return new SessionContext(
                "POLYGATOR",
                timers,
                limits,
                bindErrors,
                request -> {
                    binds.add(request);
                    return authenticator.bind(request);
                },
                engine,
                new Comings(),
                accounts,
                new Visitors(limits, () -> now),
                () -> now);
    }

    private final class Comings implements EsmeListener {
        @Override
        public void bound(Esme esme) {
            comings.add("+" + esme.session());
        }

        @Override
        public void unbound(Esme esme) {
            comings.add("-" + esme.session());
        }
    }

    /** A new connection. */
    Wire connect() {
        Wire wire = new Wire(++numbers);
        wires.add(wire);
        return wire;
    }

    /** A new connection that is bound, its bind_resp read. */
    Wire bound(int bindCommand, int version) {
        Wire wire = connect();
        wire.send(Raw.bind(bindCommand, version));
        Answer answer = wire.answer();
        if (answer.status() != 0) {
            throw new AssertionError("the bind was refused: " + answer);
        }
        return wire;
    }

    Wire transceiver() {
        return bound(Raw.BIND_TRANSCEIVER, 0x34);
    }

    CompletableFuture<Void> deliver(Delivery delivery) {
        CompletableFuture<Void> outcome = accounts.of("shop").deliver(delivery);
        runAll();
        return outcome;
    }

    void runAll() {
        // A task of one session may make one of another.
        for (int i = 0; i < 3; i++) {
            wires.forEach(wire -> wire.channel.runPendingTasks());
        }
    }

    /** Lets time pass for everybody. */
    void pass(Duration time) {
        now = now.plus(time);
        wires.forEach(wire -> wire.channel.advanceTimeBy(time.toNanos(), TimeUnit.NANOSECONDS));
        wires.forEach(wire -> wire.channel.runScheduledPendingTasks());
        runAll();
    }

    /** One client's end of a connection. */
    final class Wire {
        final EmbeddedChannel channel = new EmbeddedChannel();
        final SmppSession session;
        private final Deque<Answer> answers = new ArrayDeque<>();

        Wire(long number) {
            channel.freezeTime();
            session = SmppListener.install(channel, new InetSocketAddress("192.0.2.7", 40_000), context(), number);
            channel.pipeline().fireChannelActive();
        }

        void send(byte[]... pdus) {
            for (byte[] pdu : pdus) {
                boolean unused = channel.writeInbound(Unpooled.wrappedBuffer(pdu));
            }
            runAll();
        }

        void send(Raw... pdus) {
            for (Raw pdu : pdus) {
                send(pdu.bytes());
            }
        }

        private void collect() {
            runAll();
            ByteBuf octets = Unpooled.buffer();
            for (ByteBuf each = channel.readOutbound(); each != null; each = channel.readOutbound()) {
                octets.writeBytes(each);
                each.release();
            }
            while (octets.isReadable()) {
                byte[] pdu = new byte[octets.getInt(octets.readerIndex())];
                octets.readBytes(pdu);
                answers.add(Answer.of(pdu));
            }
        }

        /** The next PDU that the server sent. */
        Answer answer() {
            collect();
            if (answers.isEmpty()) {
                throw new AssertionError("the server sent nothing; open: " + channel.isOpen());
            }
            return answers.remove();
        }

        /** Everything that the server sent and nobody looked at. */
        List<Answer> rest() {
            collect();
            List<Answer> all = List.copyOf(answers);
            answers.clear();
            return all;
        }

        void acknowledge(Answer deliverSm) {
            acknowledge(deliverSm, 0);
        }

        void acknowledge(Answer deliverSm, int status) {
            send(Raw.response(Raw.DELIVER_SM, status, deliverSm.sequence()).text(""));
        }

        boolean isOpen() {
            runAll();
            return channel.isOpen();
        }

        void hangUp() {
            channel.close().syncUninterruptibly();
            runAll();
        }
    }
}
