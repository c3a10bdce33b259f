package io.polygator.http.client;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/**
 * Sees the address of a connection at the moment it is made, after every look-up, and lets only permitted ones pass: a
 * name that leads elsewhere the second time gains nothing.
 */
final class ConnectGuard extends ChannelOutboundHandlerAdapter {
    private final Target target;
    private final TargetGuard guard;

    ConnectGuard(Target target, TargetGuard guard) {
        this.target = target;
        this.guard = guard;
    }

    @Override
    public void connect(
            ChannelHandlerContext context, SocketAddress remote, SocketAddress local, ChannelPromise promise) {
        if (remote instanceof InetSocketAddress inet && !inet.isUnresolved() && guard.permits(inet.getAddress())) {
            context.connect(remote, local, promise);
            return;
        }
        promise.setFailure(new ForbiddenTargetException(target + " leads to "
                + (remote instanceof InetSocketAddress inet && !inet.isUnresolved()
                        ? inet.getAddress().getHostAddress()
                        : "no address")
                + ", which is neither public nor among the networks that are allowed"));
    }
}
