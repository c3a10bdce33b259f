package io.polygator.camel.http;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;

/**
 * Ends a connection on which more may come. What comes is thrown away, and the client hears of the end first: a connection
 * that is closed with octets unread is reset, and the answer to it is lost with some clients (RFC 9112 §9.6).
 */
final class LingeringClose extends ChannelInboundHandlerAdapter implements ChannelFutureListener {
    private static final int SECONDS = 2;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ReferenceCountUtil.release(message);
    }

    /** The answer is written. */
    @Override
    public void operationComplete(ChannelFuture written) {
        if (written.isSuccess() && written.channel() instanceof SocketChannel socket) {
            socket.shutdownOutput();
            socket.eventLoop().schedule(() -> socket.close(), SECONDS, TimeUnit.SECONDS);
        } else {
            written.channel().close();
        }
    }
}
