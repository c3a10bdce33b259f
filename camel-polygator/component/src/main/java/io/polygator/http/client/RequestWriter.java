package io.polygator.http.client;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.FullHttpRequest;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** Writes the request as soon as there is a connection; TLS keeps it until its handshake is done. */
final class RequestWriter extends ChannelInboundHandlerAdapter {
    private final FullHttpRequest request;
    private final CompletableFuture<HttpReply> reply;

    RequestWriter(FullHttpRequest request, CompletableFuture<HttpReply> reply) {
        this.request = request;
        this.reply = reply;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        context.writeAndFlush(request).addListener(written -> {
            if (written.cause() != null) {
                reply.completeExceptionally(
                        written.cause() instanceof IOException
                                ? written.cause()
                                : new IOException("the request could not be sent", written.cause()));
            }
        });
    }
}
