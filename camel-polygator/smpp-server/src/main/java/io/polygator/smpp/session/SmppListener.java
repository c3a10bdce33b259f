package io.polygator.smpp.session;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.polygator.smpp.esme.BindStatus;
import io.polygator.smpp.esme.Delivery;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Listens on ports and keeps the sessions that come of it, on a few threads. Thread-safe. */
public final class SmppListener implements AutoCloseable {
    private static final int BACKLOG = 256;
    private static final int FLUSHES_TOGETHER = 64;
    private static final int LOW_WATER = 64 * 1024;
    private static final int HIGH_WATER = 256 * 1024;
    private static final long CLOSE_SECONDS = 5;

    private final SessionContext context;
    private final EventLoopGroup loops;
    private final List<Channel> ports = new ArrayList<>();
    private final Set<SmppSession> sessions = ConcurrentHashMap.newKeySet();
    private final AtomicLong numbers = new AtomicLong();

    /** Will run on so many threads, at least one. */
    public SmppListener(SessionContext context, int threads) {
        this.context = context;
        this.loops = new NioEventLoopGroup(threads, new DefaultThreadFactory("polygator-smpp", true));
    }

    /**
     * Listens.
     *
     * @param tls how sessions are encrypted, if they are
     * @return the port, which is one of the system's choice if 0 was asked for
     * @throws IOException if the address cannot be bound, naming it
     */
    public synchronized int listen(String host, int port, Optional<SslContext> tls) throws IOException {
        ChannelFuture bound = bootstrap(tls).bind(host, port).awaitUninterruptibly();
        Throwable failure = bound.cause();
        if (failure != null) {
            throw new IOException(
                    "cannot listen on " + host + ":" + port + ": " + failure.getMessage()
                            + "; choose a port that is free and a host that is an address of this machine",
                    failure);
        }
        ports.add(bound.channel());
        return ((InetSocketAddress) bound.channel().localAddress()).getPort();
    }

    private ServerBootstrap bootstrap(Optional<SslContext> tls) {
        return new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childOption(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(LOW_WATER, HIGH_WATER))
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        accept(channel, tls);
                    }
                });
    }

    private void accept(Channel channel, Optional<SslContext> tls) {
        if (!(channel.remoteAddress() instanceof InetSocketAddress remote)
                || !context.visitors().enter(remote.getAddress())) {
            ChannelFuture unused = channel.close();
            return;
        }
        tls.ifPresent(encryption -> channel.pipeline().addLast(encryption.newHandler(channel.alloc())));
        SmppSession session = install(channel, remote, context, numbers.incrementAndGet());
        sessions.add(session);
        channel.closeFuture().addListener(closed -> {
            sessions.remove(session);
            left(session, remote.getAddress());
        });
    }

    private void left(SmppSession session, InetAddress address) {
        if (session.isRefused()) {
            context.visitors().leaveRefused(address);
        } else {
            context.visitors().leave(address);
        }
    }

    /** Makes a session of a channel. */
    static SmppSession install(Channel channel, InetSocketAddress remote, SessionContext context, long number) {
        FrameDecoder frames = new FrameDecoder(context.limits().firstFrame());
        SmppSession session = new SmppSession(context, number, frames, new Connection(channel, remote));
        channel.pipeline()
                .addLast(new FlushConsolidationHandler(FLUSHES_TOGETHER, true))
                .addLast(frames)
                .addLast(session);
        return session;
    }

    /** Offers a delivery to the sessions of an account. */
    public CompletionStage<Void> deliver(String account, Delivery delivery) {
        return context.accounts().of(account).deliver(delivery);
    }

    /** The sessions that are bound now. */
    public List<BindStatus> binds() {
        return sessions.stream().flatMap(session -> session.status().stream()).toList();
    }

    /** Ends the sessions of one account in good order. */
    public void dismiss(String account, Duration atMost) {
        sessions.stream()
                .filter(session -> session.status().stream()
                        .anyMatch(status -> status.esme().account().equals(account)))
                .forEach(session -> session.requestDrain(atMost));
    }

    /** Stops listening and ends every session in good order; completes when the last one is gone. */
    public synchronized CompletionStage<Void> drain(Duration atMost) {
        ports.forEach(port -> port.close().awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS));
        ports.clear();
        CompletableFuture<?>[] ends = sessions.stream()
                .map(session -> {
                    session.requestDrain(atMost);
                    return session.ended();
                })
                .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(ends);
    }

    /** Closes everything at once and ends the threads. */
    @Override
    public void close() {
        var ended = loops.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS);
        ended.awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
    }
}
