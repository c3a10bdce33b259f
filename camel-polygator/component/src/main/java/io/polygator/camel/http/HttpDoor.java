package io.polygator.camel.http;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import io.polygator.http.Problem;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.component.netty.http.HttpServerConsumerChannelFactory;
import org.apache.camel.component.netty.http.InboundStreamHttpRequest;
import org.apache.camel.component.netty.http.NettyHttpConsumer;
import org.apache.camel.component.netty.http.handlers.HttpServerChannelHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the requests of one port to their routes. The port is open from the first route's start to the last one's end:
 * a path whose route is not there yet, or not any more, is answered with 503 and never as if it did not exist.
 */
@Sharable
final class HttpDoor extends SimpleChannelInboundHandler<Object> implements HttpServerConsumerChannelFactory {
    private static final Logger LOG = LoggerFactory.getLogger(HttpDoor.class);
    private static final AttributeKey<HttpServerChannelHandler> ROUTE = AttributeKey.valueOf(HttpDoor.class, "route");
    /** Routes start, and are replaced, within moments; a restart of the application takes seconds. */
    private static final int SECONDS_UNTIL_OPEN = 5;

    private final int port;
    private final HttpPaths paths = new HttpPaths();
    private final Map<NettyHttpConsumer, HttpServerChannelHandler> running = new ConcurrentHashMap<>();

    HttpDoor(int port) {
        this.port = port;
    }

    @Override
    public void init(int port) {
        throw new UnsupportedOperationException("a door has its port from the beginning");
    }

    @Override
    public int getPort() {
        return port;
    }

    @Override
    public ChannelHandler getChannelHandler() {
        return this;
    }

    /** Its route will be started sooner or later; until then its path is known. */
    void expect(NettyHttpConsumer consumer) {
        paths.add(consumer);
    }

    @Override
    public void addConsumer(NettyHttpConsumer consumer) {
        running.put(consumer, new HttpServerChannelHandler(consumer));
        paths.matchAgain();
    }

    @Override
    public void removeConsumer(NettyHttpConsumer consumer) {
        running.remove(consumer);
    }

    @Override
    public int consumers() {
        return running.size();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Object message) throws Exception {
        HttpRequest request =
                message instanceof InboundStreamHttpRequest stream ? stream.getHttpRequest() : (HttpRequest) message;
        if (request.decoderResult().isFailure()) {
            HttpRefusal.writeUnread(context, request, unreadable(request.decoderResult()));
            return;
        }
        String path = HttpPaths.path(request.uri());
        Optional<NettyHttpConsumer> consumer = paths.find(request.method().name(), path);
        if (consumer.isEmpty()) {
            refuse(context, request, path);
        } else if (asksForMethods(request, consumer.get())) {
            HttpRefusal.writeMethods(context, paths.methods(path));
        } else {
            hand(context, request, message, consumer.get());
        }
    }

    private static Problem unreadable(DecoderResult result) {
        Throwable cause = result.cause();
        if (cause instanceof TooLongHttpLineException) {
            return Problem.targetTooLong("the first line of the request is too long: " + cause.getMessage());
        }
        if (cause instanceof TooLongHttpHeaderException) {
            return Problem.headersTooLarge("the headers of the request are too long: " + cause.getMessage());
        }
        return Problem.badRequest("the request is no HTTP");
    }

    private void refuse(ChannelHandlerContext context, HttpRequest request, String path) {
        List<String> methods = paths.methods(path);
        if (methods.isEmpty()) {
            HttpRefusal.write(context, request, Problem.notFound("there is no path " + path));
        } else {
            HttpRefusal.write(context, request, path, methods);
        }
    }

    private static boolean asksForMethods(HttpRequest request, NettyHttpConsumer consumer) {
        String restricted = consumer.getEndpoint().getHttpMethodRestrict();
        return request.method().equals(HttpMethod.OPTIONS)
                && (restricted == null || !restricted.contains(HttpMethod.OPTIONS.name()));
    }

    private void hand(ChannelHandlerContext context, HttpRequest request, Object message, NettyHttpConsumer consumer)
            throws Exception {
        HttpServerChannelHandler route = running.get(consumer);
        if (route == null || consumer.isSuspended()) {
            HttpRefusal.write(
                    context,
                    request,
                    Problem.notNow(
                            "the request was not carried out: its route is starting or stopping", SECONDS_UNTIL_OPEN));
            return;
        }
        context.channel().attr(ROUTE).set(route);
        nameHost(request);
        try {
            // the route releases the message, and so does the caller
            route.channelRead(context, ReferenceCountUtil.retain(message));
        } catch (URISyntaxException e) {
            // Camel reads the target before the route gets the request, and would only close the connection
            HttpRefusal.write(
                    context,
                    request,
                    Problem.badRequest(
                            "the target of the request is no URI; write a percent sign as %25, a blank as %20"));
        }
    }

    /** Camel refuses requests without this header, which HTTP/1.0 does not have: PlaySMS speaks it. */
    private void nameHost(HttpRequest request) {
        if (request.protocolVersion().equals(HttpVersion.HTTP_1_0)
                && !request.headers().contains(HttpHeaderNames.HOST)) {
            request.headers().set(HttpHeaderNames.HOST, "localhost:" + port);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        HttpServerChannelHandler route = context.channel().attr(ROUTE).get();
        if (route != null) {
            route.exceptionCaught(context, cause);
            return;
        }
        if (!(cause instanceof IOException)) {
            LOG.warn("a request on port {} came to no route; its connection is closed", port, cause);
        }
        context.close();
    }
}
