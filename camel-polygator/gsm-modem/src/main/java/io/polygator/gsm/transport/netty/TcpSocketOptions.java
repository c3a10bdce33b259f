package io.polygator.gsm.transport.netty;

import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioChannelOption;
import java.util.Map;
import jdk.net.ExtendedSocketOptions;

/**
 * The socket options of every link. AT commands are small and wait for their answer, so nothing is held back to fill a
 * packet; and a peer that vanished is noticed by the kernel within half a minute instead of the usual two hours.
 */
final class TcpSocketOptions {
    static final Map<ChannelOption<?>, Object> ALL = Map.of(
            ChannelOption.TCP_NODELAY,
            true,
            ChannelOption.SO_KEEPALIVE,
            true,
            NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPIDLE),
            15,
            NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPINTERVAL),
            5,
            NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPCOUNT),
            3);

    private TcpSocketOptions() {}
}
