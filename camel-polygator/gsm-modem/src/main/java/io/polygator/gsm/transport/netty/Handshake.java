package io.polygator.gsm.transport.netty;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between TLS and a link that comes in: the link hears of a connection only once it is encrypted and, where clients
 * must show a certificate, the client is known. Nothing is told of one that fails before. Loop only.
 */
final class Handshake extends ChannelInboundHandlerAdapter {
    private static final Logger log = LoggerFactory.getLogger(Handshake.class);

    @Override
    public void channelActive(ChannelHandlerContext context) {
        // The link hears of it when the handshake is over.
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof SslHandshakeCompletionEvent completion && completion.isSuccess()) {
            context.fireChannelActive();
            context.pipeline().remove(this);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        // The link has never heard of the connection.
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        log.debug("{} is not encrypted: {}", context.channel().remoteAddress(), failure.toString());
        ChannelFuture unused = context.close();
    }
}
