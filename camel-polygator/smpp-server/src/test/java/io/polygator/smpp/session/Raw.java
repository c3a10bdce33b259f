package io.polygator.smpp.session;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** PDUs octet by octet, right and wrong, without the codec under test. */
final class Raw {
    static final int BIND_RECEIVER = 1;
    static final int BIND_TRANSMITTER = 2;
    static final int QUERY_SM = 3;
    static final int SUBMIT_SM = 4;
    static final int DELIVER_SM = 5;
    static final int UNBIND = 6;
    static final int REPLACE_SM = 7;
    static final int CANCEL_SM = 8;
    static final int BIND_TRANSCEIVER = 9;
    static final int OUTBIND = 0x0B;
    static final int ENQUIRE_LINK = 0x15;
    static final int SUBMIT_MULTI = 0x21;
    static final int ALERT_NOTIFICATION = 0x102;
    static final int DATA_SM = 0x103;
    static final int RESPONSE = 0x8000_0000;
    static final int GENERIC_NACK = RESPONSE;

    private final ByteBuf buffer = Unpooled.buffer();

    private Raw(int commandId, int status, int sequence) {
        buffer.writeInt(0).writeInt(commandId).writeInt(status).writeInt(sequence);
    }

    static Raw pdu(int commandId, int sequence) {
        return new Raw(commandId, 0, sequence);
    }

    static Raw response(int commandId, int status, int sequence) {
        return new Raw(commandId | RESPONSE, status, sequence);
    }

    Raw text(String value) {
        buffer.writeCharSequence(value, StandardCharsets.ISO_8859_1);
        buffer.writeByte(0);
        return this;
    }

    Raw octets(int... values) {
        for (int value : values) {
            buffer.writeByte(value);
        }
        return this;
    }

    Raw message(byte[] octets) {
        buffer.writeByte(octets.length).writeBytes(octets);
        return this;
    }

    Raw tlv(int tag, int... value) {
        buffer.writeShort(tag).writeShort(value.length);
        return octets(value);
    }

    Raw tlv(int tag, byte[] value) {
        buffer.writeShort(tag).writeShort(value.length).writeBytes(value);
        return this;
    }

    byte[] bytes() {
        buffer.setInt(0, buffer.writerIndex());
        return ByteBufUtil.getBytes(buffer);
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    static byte[] bind(int command, int version) {
        return pdu(command, 1)
                .text("me")
                .text("secret")
                .text("")
                .octets(version, 0, 0)
                .text("")
                .bytes();
    }

    /** A submit_sm of five letters to +380671234567. */
    static byte[] submit(int sequence) {
        return submit(sequence, 0, "hello".getBytes(StandardCharsets.US_ASCII)).bytes();
    }

    static Raw submit(int sequence, int dataCoding, byte[] message) {
        return pdu(SUBMIT_SM, sequence)
                .text("")
                .octets(2, 1)
                .text("1234")
                .octets(1, 1)
                .text("380671234567")
                .octets(3, 0, 0)
                .text("")
                .text("")
                .octets(1, 0, dataCoding, 0)
                .message(message);
    }
}
