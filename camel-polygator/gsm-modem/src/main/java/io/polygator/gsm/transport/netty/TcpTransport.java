package io.polygator.gsm.transport.netty;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.polygator.gsm.transport.LinkClosed;
import io.polygator.gsm.transport.LinkClosed.Cause;
import io.polygator.gsm.transport.LinkListener;
import io.polygator.gsm.transport.Loop;
import io.polygator.gsm.transport.Loop.Timer;
import io.polygator.gsm.transport.Transport;
import io.polygator.gsm.transport.TransportAddress;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;

/**
 * The way to a modem behind a TCP port that carries the bytes of its UART: ser2net, or the modem server of a gateway.
 * Thread-safe.
 */
public final class TcpTransport implements Transport {
    private final NettyLoop loop;
    private final TransportAddress.Tcp address;
    private final TcpLimits limits;

    public TcpTransport(NettyLoop loop, TransportAddress.Tcp address, TcpLimits limits) {
        this.loop = loop;
        this.address = address;
        this.limits = limits;
    }

    @Override
    public String address() {
        return address.toString();
    }

    @Override
    public Loop loop() {
        return loop;
    }

    @Override
    public void connect(LinkListener listener) {
        loop.execute(() -> resolveThenConnect(listener));
    }

    private void resolveThenConnect(LinkListener listener) {
        CompletableFuture<InetAddress> host = loop.resolver().resolve(address.host());
        Timer deadline = loop.schedule(limits.connectTimeout(), () -> host.cancel(false));
        CompletableFuture<InetAddress> unused = host.whenCompleteAsync(
                (found, failure) -> {
                    deadline.cancel();
                    if (failure == null) {
                        connect(found, listener);
                    } else {
                        listener.onClosed(
                                unreachable(
                                        "the host \"" + address.host()
                                                + "\" was not found; check its spelling and the name service, or write its IP address"));
                    }
                },
                loop);
    }

    private void connect(InetAddress host, LinkListener listener) {
        Bootstrap bootstrap = new Bootstrap()
                .group(loop.eventLoop())
                .channel(NioSocketChannel.class)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(limits.connectTimeout().toMillis()))
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new TcpLink(loop, channel, listener, limits.unsentOctets()));
                    }
                });
        bootstrap.connect(new InetSocketAddress(host, address.port())).addListener((ChannelFutureListener) attempt -> {
            Throwable failure = attempt.cause();
            if (failure != null) {
                listener.onClosed(unreachable(reasonOf(failure)));
            }
        });
    }

    private String reasonOf(Throwable failure) {
        if (failure instanceof ConnectTimeoutException) {
            return "no answer within " + limits.connectTimeout().toMillis()
                    + " ms; check the address, the gateway's power and any firewall between";
        }
        if (failure instanceof ConnectException) {
            return "nobody listens; check the port and that the gateway's modem server runs";
        }
        return failure.getMessage() + "; check the address and the network";
    }

    private LinkClosed unreachable(String why) {
        return new LinkClosed(Cause.UNREACHABLE, why + " (" + address + ")");
    }
}
