package io.polygator.gsm.transport.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.DecoderException;
import io.netty.util.ReferenceCountUtil;
import io.polygator.gsm.transport.Link;
import io.polygator.gsm.transport.LinkClosed;
import io.polygator.gsm.transport.LinkClosed.Cause;
import io.polygator.gsm.transport.LinkListener;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One TCP connection as a link; the last handler of its channel. Loop only. */
final class TcpLink extends ChannelInboundHandlerAdapter implements Link {
    private static final Logger log = LoggerFactory.getLogger(TcpLink.class);

    private final NettyLoop loop;
    private final Channel channel;
    private final LinkListener listener;
    private final int unsentOctets;
    private String peer = "";
    private @Nullable LinkClosed reason;

    TcpLink(NettyLoop loop, Channel channel, LinkListener listener, int unsentOctets) {
        this.loop = loop;
        this.channel = channel;
        this.listener = listener;
        this.unsentOctets = unsentOctets;
        channel.config().setOptions(TcpSocketOptions.ALL);
        channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(unsentOctets, unsentOctets));
    }

    @Override
    public NettyLoop loop() {
        return loop;
    }

    @Override
    public String peer() {
        return peer;
    }

    @Override
    public void write(byte[] bytes) {
        if (reason != null || !channel.isActive()) {
            return;
        }
        channel.writeAndFlush(Unpooled.wrappedBuffer(bytes)).addListener((ChannelFutureListener) written -> {
            Throwable failure = written.cause();
            if (failure != null) {
                end(Cause.BROKEN, "writing failed: " + failure.getMessage());
            }
        });
        if (!channel.isWritable()) {
            end(Cause.BROKEN, "the other end does not read: more than " + unsentOctets + " octets wait to be sent");
        }
    }

    @Override
    public void close() {
        end(Cause.LOCAL, "closed here");
    }

    /** Closes it at once: what waits to be sent is lost, and the other end hears of a reset. */
    void reset() {
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        close();
    }

    private void end(Cause cause, String detail) {
        if (reason == null) {
            reason = new LinkClosed(cause, detail);
        }
        ChannelFuture unused = channel.close(); // its end comes as channelInactive
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        peer = String.valueOf(channel.remoteAddress());
        listener.onOpen(this);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            byte[] bytes = ByteBufUtil.getBytes((ByteBuf) message);
            // What arrives while the link closes belongs to nobody any more.
            if (reason == null) {
                listener.onBytes(bytes);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        // a decoder fails when what comes is not the TLS that was agreed on
        if (failure instanceof IOException || failure instanceof DecoderException) {
            end(Cause.BROKEN, "the connection broke: " + failure.getMessage());
        } else {
            log.error("The listener of {} failed; its link is closed", peer, failure);
            end(Cause.BROKEN, "the listener failed: " + failure);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        listener.onClosed(reason != null ? reason : closedByOthers());
    }

    private LinkClosed closedByOthers() {
        return loop.eventLoop().isShuttingDown()
                ? new LinkClosed(Cause.LOCAL, "closed here, with its loop")
                : new LinkClosed(Cause.PEER, "closed by the other end");
    }
}
