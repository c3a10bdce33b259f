package io.polygator.smpp.session;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The connection under a session, as the parts of the session use it. Loop only unless said otherwise. */
final class Connection {
    private static final Duration PEER_CLOSES_WITHIN = Duration.ofSeconds(1);

    private final Channel channel;
    private final InetSocketAddress remote;

    Connection(Channel channel, InetSocketAddress remote) {
        this.channel = channel;
        this.remote = remote;
    }

    InetSocketAddress remote() {
        return remote;
    }

    Channel channel() {
        return channel;
    }

    /** Sends behind everything sent before. */
    void send(byte[] pdu) {
        ChannelFuture unused = channel.writeAndFlush(Unpooled.wrappedBuffer(pdu));
    }

    /** The same; the task runs once the octets have left, or never can. */
    void send(byte[] pdu, Runnable sent) {
        channel.writeAndFlush(Unpooled.wrappedBuffer(pdu)).addListener(done -> sent.run());
    }

    boolean isWritable() {
        return channel.isWritable();
    }

    boolean isReading() {
        return channel.config().isAutoRead();
    }

    /** Goes on reading, or leaves what comes to the system's buffers. */
    void read(boolean go) {
        channel.config().setAutoRead(go);
    }

    /** Closes when everything sent before has left. */
    void closeAfterSending() {
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(done -> close());
    }

    /**
     * Leaves the closing to the peer for a moment: some clients (jSMPP) lose a response that is followed by the end of
     * the connection at once.
     */
    void closeAfterPeer() {
        channel.flush();
        var unused = schedule(PEER_CLOSES_WITHIN, this::close);
    }

    void close() {
        ChannelFuture unused = channel.close();
    }

    /** Runs the task on the loop: here and now if the caller is on it. Any thread. */
    void onLoop(Runnable task) {
        if (channel.eventLoop().inEventLoop()) {
            task.run();
        } else {
            channel.eventLoop().execute(task);
        }
    }

    /** Runs the task on the loop after what is in work there. Any thread. */
    void later(Runnable task) {
        channel.eventLoop().execute(task);
    }

    /** Runs the task on the loop once the delay has passed. */
    Future<?> schedule(Duration delay, Runnable task) {
        return channel.eventLoop().schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }
}
