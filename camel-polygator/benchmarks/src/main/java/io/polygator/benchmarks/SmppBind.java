package io.polygator.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * One bind that keeps its window full. A sequence number is the place in the window, so it comes again as soon as it
 * is answered. Not thread-safe.
 */
final class SmppBind implements AutoCloseable {
    private static final int ROOM = 200; // octets for each PDU of a window, of either direction

    private final SocketChannel channel;
    private final byte[] submit;
    private final long[] sentNanos;
    private final ByteBuffer in;
    private final ByteBuffer out;
    private boolean bound;
    private int waiting;

    private SmppBind(SocketChannel channel, byte[] submit, int window) {
        this.channel = channel;
        this.submit = submit;
        sentNanos = new long[window];
        in = ByteBuffer.allocate(Math.max(window, 4) * ROOM);
        out = ByteBuffer.allocate(Math.max(window, 4) * ROOM);
    }

    /** Who is told of each answer while the window is kept full. */
    interface Answers {
        /** @return whether to submit again */
        boolean answered(long nanos);
    }

    /** Connects and asks to bind; {@link #isBound} once it has read the answer. */
    static SmppBind open(int port, Selector selector, byte[] submit, int window) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true).configureBlocking(false);
        SmppBind bind = new SmppBind(channel, submit, window);
        channel.register(selector, SelectionKey.OP_READ, bind);
        bind.out.put(SmppPdus.bindTransceiver("demo", "demo"));
        bind.flush();
        return bind;
    }

    boolean isBound() {
        return bound;
    }

    boolean isWaiting() {
        return waiting > 0;
    }

    void fill() throws IOException {
        for (int place = 0; place < sentNanos.length; place++) {
            submit(place);
        }
        flush();
    }

    private void submit(int place) {
        SmppPdus.write(submit, place + 1, out);
        sentNanos[place] = System.nanoTime();
        waiting++;
    }

    /** Takes what has come, and submits again for each answer. */
    void read(Answers answers) throws IOException {
        if (channel.read(in) < 0) {
            throw new IOException("the server closed a bind");
        }
        in.flip();
        while (in.remaining() >= SmppPdus.HEADER && in.remaining() >= in.getInt(in.position())) {
            int next = in.position() + in.getInt();
            take(in.getInt(), in.getInt(), in.getInt(), answers);
            in.position(next);
        }
        in.compact();
        flush();
    }

    private void take(int command, int status, int sequence, Answers answers) throws IOException {
        if (status != 0) {
            throw new IOException("the server refused with the status " + status);
        }
        switch (command) {
            case SmppPdus.BIND_TRANSCEIVER_RESP -> bound = true;
            case SmppPdus.ENQUIRE_LINK -> out.put(SmppPdus.enquireLinkResp(sequence));
            case SmppPdus.SUBMIT_SM_RESP -> {
                waiting--;
                if (answers.answered(System.nanoTime() - sentNanos[sequence - 1])) {
                    submit(sequence - 1);
                }
            }
            default -> throw new IOException("the server sent the command " + Integer.toHexString(command));
        }
    }

    /** A whole window is shorter than what the system keeps for the socket. */
    private void flush() throws IOException {
        out.flip();
        while (out.hasRemaining()) {
            channel.write(out);
        }
        out.clear();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
