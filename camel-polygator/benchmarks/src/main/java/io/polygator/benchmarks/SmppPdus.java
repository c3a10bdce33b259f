package io.polygator.benchmarks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The few PDUs of SMPP 3.4 that the client of the benchmarks needs. */
final class SmppPdus {
    static final int ENQUIRE_LINK = 0x15;
    static final int SUBMIT_SM_RESP = 0x8000_0004;
    static final int BIND_TRANSCEIVER_RESP = 0x8000_0009;
    static final int HEADER = 16;

    private static final int SUBMIT_SM = 0x4;
    private static final int BIND_TRANSCEIVER = 0x9;
    private static final int ENQUIRE_LINK_RESP = 0x8000_0015;
    private static final int SEQUENCE_AT = 12;
    private static final byte VERSION_3_4 = 0x34;
    private static final byte ALPHANUMERIC = 5;
    private static final byte INTERNATIONAL = 1;
    private static final byte RECEIPT_WANTED = 1;
    private static final int LONGEST = 256;

    private SmppPdus() {}

    static byte[] bindTransceiver(String systemId, String password) {
        ByteBuffer pdu = begin(BIND_TRANSCEIVER, 1);
        text(pdu, systemId);
        text(pdu, password);
        text(pdu, "");
        pdu.put(VERSION_3_4).put((byte) 0).put((byte) 0);
        text(pdu, "");
        return end(pdu);
    }

    /** One segment of ASCII with a receipt wanted; each sending sets its sequence number. */
    static byte[] submitSm(String destination, String text) {
        ByteBuffer pdu = begin(SUBMIT_SM, 0);
        text(pdu, "");
        pdu.put(ALPHANUMERIC).put((byte) 0);
        text(pdu, "Shop");
        pdu.put(INTERNATIONAL).put((byte) 1);
        text(pdu, destination);
        pdu.put(new byte[3]); // esm_class, protocol_id, priority_flag
        text(pdu, "");
        text(pdu, "");
        pdu.put(RECEIPT_WANTED).put(new byte[3]);
        byte[] octets = text.getBytes(StandardCharsets.US_ASCII);
        pdu.put((byte) octets.length).put(octets);
        return end(pdu);
    }

    static byte[] enquireLinkResp(int sequence) {
        return end(begin(ENQUIRE_LINK_RESP, sequence));
    }

    /** Writes the PDU with another sequence number. */
    static void write(byte[] pdu, int sequence, ByteBuffer to) {
        int at = to.position();
        to.put(pdu).putInt(at + SEQUENCE_AT, sequence);
    }

    private static ByteBuffer begin(int command, int sequence) {
        return ByteBuffer.allocate(LONGEST).putInt(0).putInt(command).putInt(0).putInt(sequence);
    }

    private static void text(ByteBuffer pdu, String text) {
        pdu.put(text.getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
    }

    private static byte[] end(ByteBuffer pdu) {
        byte[] octets = new byte[pdu.position()];
        pdu.putInt(0, octets.length).flip().get(octets);
        return octets;
    }
}
