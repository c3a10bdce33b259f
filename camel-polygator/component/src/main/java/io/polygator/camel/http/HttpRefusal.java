package io.polygator.camel.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.polygator.http.Json;
import io.polygator.http.Problem;
import java.util.List;

/** Answers requests that reach no route, as routes answer theirs, and closes the connection. */
final class HttpRefusal {

    private HttpRefusal() {}

    static void write(ChannelHandlerContext context, HttpRequest request, Problem problem) {
        send(context, response(request, problem));
    }

    /** The request was not read to its end, or more may follow that nobody will read. */
    static void writeUnread(ChannelHandlerContext context, HttpRequest request, Problem problem) {
        LingeringClose end = new LingeringClose();
        context.pipeline().addFirst(end);
        context.writeAndFlush(response(request, problem)).addListener(end);
    }

    /** The path is known, with other methods. */
    static void write(ChannelHandlerContext context, HttpRequest request, String path, List<String> methods) {
        String allowed = String.join(", ", methods);
        FullHttpResponse response = response(
                request,
                Problem.methodNotAllowed(path + " does not know " + request.method() + ": it knows " + allowed));
        response.headers().set(HttpHeaderNames.ALLOW, allowed);
        send(context, response);
    }

    /** The answer to OPTIONS (RFC 9110 §9.3.7). */
    static void writeMethods(ChannelHandlerContext context, List<String> methods) {
        FullHttpResponse response = response(HttpResponseStatus.OK, "");
        response.headers().set(HttpHeaderNames.ALLOW, String.join(", ", methods));
        send(context, response);
    }

    /** The answer, which says that the connection ends. */
    static FullHttpResponse response(HttpRequest request, Problem problem) {
        // an answer to HEAD has no content (RFC 9110 §9.3.2)
        String content = request.method().equals(HttpMethod.HEAD) ? "" : Json.write(problem);
        FullHttpResponse response = response(HttpResponseStatus.valueOf(problem.status()), content);
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE);
        Integer retryAfter = problem.retryAfter();
        if (retryAfter != null) {
            response.headers().set(HttpHeaderNames.RETRY_AFTER, retryAfter);
        }
        return response;
    }

    private static FullHttpResponse response(HttpResponseStatus status, String content) {
        FullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.copiedBuffer(content, UTF_8));
        response.headers()
                .set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
        response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        return response;
    }

    private static void send(ChannelHandlerContext context, FullHttpResponse response) {
        context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }
}
