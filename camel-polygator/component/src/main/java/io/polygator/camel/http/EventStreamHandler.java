package io.polygator.camel.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.polygator.gateway.message.LinedEvent;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a stream's events to its connection once the head is written: as fast as the client takes them, so that what it
 * does not take stays in the store. Event loop of its connection only.
 */
final class EventStreamHandler extends ChannelDuplexHandler {
    private static final Logger LOG = LoggerFactory.getLogger(EventStreamHandler.class);
    /** A line that begins with a colon is a comment (WHATWG HTML, server-sent events). */
    private static final String COMMENT = ":\n\n";

    private final EventStream stream;
    private final HttpResponse head;
    private long position;
    private boolean reading;
    private boolean again;
    private @Nullable Future<?> patience;

    EventStreamHandler(EventStream stream, HttpResponse head) {
        this.stream = stream;
        this.head = head;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        context.channel().closeFuture().addListener(closed -> stream.close());
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message == head) {
            promise.addListener(written -> {
                if (written.isSuccess()) {
                    begin(context);
                }
            });
        }
        context.write(message, promise);
    }

    /** Further requests on this connection get no answer: it ends with this one. */
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ReferenceCountUtil.release(message);
    }

    private void begin(ChannelHandlerContext context) {
        stream.whenNews(() -> context.executor().execute(() -> readOn(context)));
        stream.whenEnded(() -> context.executor().execute(context::close));
        long period = stream.heartbeat().toNanos();
        Future<?> heartbeats =
                context.executor().scheduleAtFixedRate(() -> beat(context), period, period, TimeUnit.NANOSECONDS);
        context.channel().closeFuture().addListener(closed -> heartbeats.cancel(false));
        watch(context);
        readOn(context);
    }

    private void beat(ChannelHandlerContext context) {
        if (context.channel().isWritable()) {
            write(context, COMMENT);
            context.flush();
        }
        readOn(context);
    }

    private void readOn(ChannelHandlerContext context) {
        if (!context.channel().isActive() || !context.channel().isWritable()) {
            return;
        }
        if (reading) {
            again = true;
            return;
        }
        reading = true;
        again = false;
        stream.after(position)
                .whenCompleteAsync((events, failure) -> wasRead(context, events, failure), context.executor());
    }

    private void wasRead(
            ChannelHandlerContext context, @Nullable List<LinedEvent> events, @Nullable Throwable failure) {
        reading = false;
        if (events == null) {
            LOG.warn("a stream of events ends since they cannot be read: {}", String.valueOf(failure));
            context.close();
            return;
        }
        for (LinedEvent event : events) {
            stream.text(event).ifPresent(text -> write(context, text));
            position = event.position();
        }
        context.flush();
        if (again || !events.isEmpty()) {
            readOn(context);
        }
    }

    private static void write(ChannelHandlerContext context, String text) {
        context.write(new DefaultHttpContent(Unpooled.copiedBuffer(text, UTF_8)));
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        watch(context);
        readOn(context);
        context.fireChannelWritabilityChanged();
    }

    /** While the client takes nothing, its time runs out. */
    private void watch(ChannelHandlerContext context) {
        if (patience != null) {
            patience.cancel(false);
            patience = null;
        }
        if (!context.channel().isWritable()) {
            patience = context.executor()
                    .schedule(() -> cutOff(context), stream.patience().toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void cutOff(ChannelHandlerContext context) {
        LOG.info("a client that took no events for {} is disconnected; they wait for it", stream.patience());
        context.close();
    }
}
