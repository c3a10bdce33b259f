package io.polygator.gsm.transport.netty;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.polygator.gsm.transport.Acceptor;
import io.polygator.gsm.transport.LinkException;
import io.polygator.gsm.transport.LinkListener;
import io.polygator.gsm.transport.TransportAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Listens on a TCP port for programs that speak to a modem of ours. All of its links live on the one loop it is given,
 * and so may share a modem without a lock. Thread-safe.
 */
public final class TcpAcceptor implements Acceptor {
    private static final int BACKLOG = 64;
    private static final long CLOSE_SECONDS = 5;

    private final NettyLoop loop;
    private final TransportAddress.Tcp address;
    private final TcpLimits limits;
    private final Optional<ServerTls> encryption;
    /** Those that are open; loop only. */
    private final Set<TcpLink> links = new HashSet<>();

    private @Nullable Channel server;

    /** Will listen where only this machine reaches it, on a port of the system's choice if it is 0. */
    public TcpAcceptor(NettyLoop loop, int port, TcpLimits limits) {
        this(loop, new TransportAddress.Tcp(TransportAddress.Tcp.LOOPBACK, port), limits);
    }

    /** Will listen on the address, on a port of the system's choice if it is 0. */
    public TcpAcceptor(NettyLoop loop, TransportAddress.Tcp address, TcpLimits limits) {
        this(loop, address, limits, Optional.empty());
    }

    /** The same, encrypted. */
    public TcpAcceptor(NettyLoop loop, TransportAddress.Tcp address, TcpLimits limits, ServerTls encryption) {
        this(loop, address, limits, Optional.of(encryption));
    }

    private TcpAcceptor(
            NettyLoop loop, TransportAddress.Tcp address, TcpLimits limits, Optional<ServerTls> encryption) {
        this.loop = loop;
        this.address = address;
        this.limits = limits;
        this.encryption = encryption;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if it listens already
     */
    @Override
    public synchronized String listen(Supplier<LinkListener> listeners) throws LinkException {
        if (server != null) {
            throw new IllegalStateException("listens already on " + address);
        }
        ServerSocketChannel socket = bind();
        Channel channel = serve(socket, listeners);
        server = channel;
        int port = socket.socket().getLocalPort();
        return new TransportAddress.Tcp(address.host(), port).toString();
    }

    // Bound here and not by the bootstrap, which would have to be waited for, and could not be on its own loop.
    private ServerSocketChannel bind() throws LinkException {
        try {
            InetAddress host = InetAddress.getByName(address.host());
            return bound(new InetSocketAddress(host, address.port()));
        } catch (IOException e) {
            throw new LinkException(
                    "cannot listen on " + address + ": " + e.getMessage()
                            + "; choose a port that is free and a host that is an address of this machine",
                    e);
        }
    }

    private static ServerSocketChannel bound(InetSocketAddress local) throws IOException {
        ServerSocketChannel socket = ServerSocketChannel.open();
        try {
            return socket.bind(local, BACKLOG);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private Channel serve(ServerSocketChannel socket, Supplier<LinkListener> listeners) {
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(loop.eventLoop(), loop.eventLoop())
                .channelFactory(() -> new NioServerSocketChannel(socket))
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        accept(channel, listeners);
                    }
                });
        return bootstrap.register().channel();
    }

    private void accept(Channel channel, Supplier<LinkListener> listeners) {
        if (links.size() >= limits.acceptedLinks()) {
            ChannelFuture unused = channel.close();
            return;
        }
        TcpLink link = new TcpLink(loop, channel, listeners.get(), limits.unsentOctets());
        links.add(link);
        channel.closeFuture().addListener(closed -> links.remove(link));
        encryption.ifPresent(
                tls -> channel.pipeline().addLast(tls.context().newHandler(channel.alloc()), new Handshake()));
        channel.pipeline().addLast(link);
    }

    /** {@inheritDoc} The port is free again when this returns, unless it is called on the loop, which never waits. */
    @Override
    public void close() {
        end(TcpLink::close);
    }

    /** The same with a reset of every link: some programs take no notice of the ordinary end of a connection. */
    public void reset() {
        end(TcpLink::reset);
    }

    private synchronized void end(Consumer<TcpLink> ending) {
        Channel listening = server;
        if (listening == null) {
            return;
        }
        server = null;
        ChannelFuture closed = listening.close();
        closed.addListener(done -> List.copyOf(links).forEach(ending));
        if (!loop.inLoop()) {
            closed.awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
        }
    }
}
