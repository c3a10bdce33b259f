package io.polygator.camel.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Objects;
import org.apache.camel.Message;
import org.apache.camel.component.netty.NettyConstants;
import org.apache.camel.component.netty.http.DefaultNettyHttpBinding;
import org.apache.camel.component.netty.http.NettyHttpConfiguration;

/** For routes whose answer is an {@link EventStream}: gives the connection to it. Other answers are as usual. */
public final class EventStreamBinding extends DefaultNettyHttpBinding {

    @Override
    public DefaultNettyHttpBinding copy() {
        EventStreamBinding copy = new EventStreamBinding();
        copy.setHeaderFilterStrategy(getHeaderFilterStrategy());
        return copy;
    }

    @Override
    public HttpResponse toNettyResponse(Message message, NettyHttpConfiguration configuration) throws Exception {
        if (!(message.getBody() instanceof EventStream stream)) {
            return super.toNettyResponse(message, configuration);
        }
        ChannelHandlerContext door = Objects.requireNonNull(
                message.getHeader(NettyConstants.NETTY_CHANNEL_HANDLER_CONTEXT, ChannelHandlerContext.class));
        HttpResponse head = head();
        door.pipeline().addBefore(door.name(), null, new EventStreamHandler(stream, head));
        return head;
    }

    /** Neither a length nor chunks: the answer ends with its connection, which clients of HTTP/1.0 understand, too. */
    private static HttpResponse head() {
        HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        head.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "text/event-stream")
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
                // nginx collects answers otherwise
                .set("X-Accel-Buffering", "no");
        return head;
    }
}
