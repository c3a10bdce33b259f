package io.polygator.http.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.SslHandler;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/** The connection of one call: guarded, encrypted where the URL says so, and closed with the end of the call. */
final class CallPipeline extends ChannelInitializer<Channel> {
    private final Target target;
    private final TargetGuard guard;
    private final Optional<SSLContext> encryption;
    private final int answerLimit;
    private final CompletableFuture<HttpReply> reply;
    private final FullHttpRequest request;

    /**
     * For one call.
     *
     * @param encryption where the URL asks for it
     * @throws IllegalArgumentException if method or headers cannot be written as such
     */
    CallPipeline(
            HttpCall call,
            Target target,
            TargetGuard guard,
            Optional<SSLContext> encryption,
            int answerLimit,
            CompletableFuture<HttpReply> reply) {
        this.target = target;
        this.guard = guard;
        this.encryption = encryption;
        this.answerLimit = answerLimit;
        this.reply = reply;
        request = request(call, target);
    }

    @Override
    protected void initChannel(Channel channel) {
        channel.pipeline().addLast(new ConnectGuard(target, guard));
        encryption.ifPresent(tls -> channel.pipeline().addLast(new SslHandler(engine(tls))));
        channel.pipeline().addLast(new HttpClientCodec());
        channel.pipeline().addLast(new AnswerReader(target, answerLimit, reply));
        channel.pipeline().addLast(new RequestWriter(request, reply));
        reply.whenComplete((answer, failure) -> channel.close());
    }

    /** The certificate must be for the host that the URL names. */
    private SSLEngine engine(SSLContext tls) {
        SSLEngine engine = tls.createSSLEngine(target.bareHost(), target.port());
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        engine.setSSLParameters(parameters);
        return engine;
    }

    private static FullHttpRequest request(HttpCall call, Target target) {
        FullHttpRequest request = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1,
                HttpMethod.valueOf(call.method()),
                origin(call.uri()),
                Unpooled.wrappedBuffer(call.body().toByteArray()));
        String user = call.uri().getUserInfo();
        if (user != null) {
            request.headers()
                    .set(
                            HttpHeaderNames.AUTHORIZATION,
                            "Basic " + Base64.getEncoder().encodeToString(user.getBytes(UTF_8)));
        }
        call.headers().forEach(request.headers()::set);
        request.headers().set(HttpHeaderNames.HOST, target.authority());
        request.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        if (!call.body().isEmpty()
                || call.method().equals("POST")
                || call.method().equals("PUT")) {
            request.headers().set(HttpHeaderNames.CONTENT_LENGTH, call.body().length());
        }
        return request;
    }

    /** The target in origin-form (RFC 9112 §3.2.1). */
    private static String origin(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /** Tells when there was no connection. */
    static ChannelFutureListener failing(Target target, CompletableFuture<HttpReply> reply) {
        return (ChannelFuture connected) -> {
            Throwable cause = connected.cause();
            if (cause != null) {
                reply.completeExceptionally(
                        cause instanceof IOException
                                ? cause
                                : new IOException("no connection to " + target + ": " + cause.getMessage(), cause));
            }
        };
    }
}
