package io.polygator.smpp.session;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.polygator.smpp.wire.PduHeader;
import java.util.List;

/**
 * Octets to frames by command_length. Holds what has come and never makes room for what a length merely announces.
 * Loop only.
 */
final class FrameDecoder extends ByteToMessageDecoder {

    /** A command_length that cannot be: whatever follows is out of step and is dropped. */
    enum BrokenFrame {
        INSTANCE
    }

    private int longest;
    private boolean broken;
    private long frames;

    FrameDecoder(int longest) {
        this.longest = longest;
    }

    /** Lets longer frames through from now on. */
    void allow(int octets) {
        longest = octets;
    }

    /** Whether a frame has begun and not ended. */
    boolean isWithinFrame() {
        return !broken && internalBuffer().isReadable();
    }

    /** How many frames have come. */
    long frames() {
        return frames;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (broken) {
            in.skipBytes(in.readableBytes());
            return;
        }
        if (in.readableBytes() < Integer.BYTES) {
            return;
        }
        long length = in.getUnsignedInt(in.readerIndex());
        if (length < PduHeader.LENGTH || length > longest) {
            broken = true;
            in.skipBytes(in.readableBytes());
            out.add(BrokenFrame.INSTANCE);
        } else if (in.readableBytes() >= length) {
            byte[] frame = new byte[(int) length];
            in.readBytes(frame);
            frames++;
            out.add(frame);
        }
    }
}
