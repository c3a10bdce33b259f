package io.polygator.smpp.session;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/** A PDU that the server sent, by its header; the body as octets. */
record Answer(int commandId, int status, int sequence, byte[] body) {

    static Answer of(byte[] pdu) {
        var buffer = Unpooled.wrappedBuffer(pdu);
        int length = buffer.readInt();
        if (length != pdu.length) {
            throw new AssertionError("command_length is " + length + " of a PDU of " + pdu.length);
        }
        return new Answer(buffer.readInt(), buffer.readInt(), buffer.readInt(), ByteBufUtil.getBytes(buffer));
    }

    /** The body as characters, one per octet. */
    String text() {
        return new String(body, StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return String.format(
                "%08X status %08X sequence %d, %s", commandId, status, sequence, ByteBufUtil.hexDump(body));
    }
}
