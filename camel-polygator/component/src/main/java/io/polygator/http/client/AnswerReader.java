package io.polygator.http.client;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.polygator.gsm.octets.Octets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Reads one answer, and of its body no more than is kept. The client's loop only. */
final class AnswerReader extends SimpleChannelInboundHandler<HttpObject> {
    private final Target target;
    private final int limit;
    private final CompletableFuture<HttpReply> reply;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private @Nullable HttpResponse head;

    AnswerReader(Target target, int limit, CompletableFuture<HttpReply> reply) {
        this.target = target;
        this.limit = limit;
        this.reply = reply;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) throws IOException {
        if (part.decoderResult().isFailure()) {
            throw new IOException(
                    "the answer of " + target + " is no HTTP",
                    part.decoderResult().cause());
        }
        if (part instanceof HttpResponse response) {
            // an interim answer (RFC 9110 §15.2) is followed by the real one
            head = response.status().codeClass() == HttpStatusClass.INFORMATIONAL ? null : response;
        }
        if (part instanceof HttpContent content && head != null) {
            read(content, head);
        }
    }

    private void read(HttpContent content, HttpResponse response) throws IOException {
        int room = limit - body.size();
        int size = content.content().readableBytes();
        content.content().readBytes(body, Math.min(room, size));
        if (content instanceof LastHttpContent || size > room) {
            reply.complete(
                    new HttpReply(response.status().code(), headers(response), Octets.copyOf(body.toByteArray())));
        }
    }

    private static Map<String, String> headers(HttpResponse response) {
        Map<String, String> headers = new LinkedHashMap<>();
        response.headers().forEach(header -> headers.putIfAbsent(header.getKey(), header.getValue()));
        return headers;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        reply.completeExceptionally(new IOException(target + " closed the connection before its answer was complete"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        reply.completeExceptionally(
                cause instanceof IOException ? cause : new IOException(target + ": " + cause.getMessage(), cause));
    }
}
