package io.polygator.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A peer on a socket of its own, which writes octets of its choice and reads PDUs. */
final class SocketPeer implements AutoCloseable {
    static final int GENERIC_NACK = 0x8000_0000;

    private static final int BIND_TRANSCEIVER = 9;
    private static final int SUBMIT_SM = 4;
    private static final int ENQUIRE_LINK = 0x15;
    private static final int HEADER = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Socket socket;
    private final DataInputStream in;
    private int sequence;

    /** A PDU that the server sent, by its header. */
    record Reply(int commandId, int status, int sequence) {}

    private SocketPeer(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        in = new DataInputStream(socket.getInputStream());
    }

    static SocketPeer connect(int port) throws IOException {
        return new SocketPeer(port);
    }

    static SocketPeer bound(int port) throws IOException {
        SocketPeer peer = new SocketPeer(port);
        assertThat(peer.bind("me")).as("status of the bind").isZero();
        return peer;
    }

    /** The status of the response. */
    int bind(String systemId) throws IOException {
        return ask(BIND_TRANSCEIVER, systemId + "\0secret\0\0" + (char) 0x34 + "\0\0\0");
    }

    /** Submits, and asks whether the server is there: both must be answered as ever. */
    void works() throws IOException {
        write(submit());
        assertThat(read()).isEqualTo(new Reply(SUBMIT_SM | GENERIC_NACK, 0, sequence));
        assertThat(ask(ENQUIRE_LINK, "")).isZero();
    }

    /** A submit_sm of five letters. */
    byte[] submit() throws IOException {
        return pdu(
                SUBMIT_SM,
                "\0\2\1" + "1234\0" + "\1\1" + "380671234567\0" + "\0\0\0" + "\0\0" + "\0\0\0\0" + "\5hello");
    }

    private int ask(int commandId, String body) throws IOException {
        write(pdu(commandId, body));
        Reply reply = read();
        assertThat(reply.commandId()).isEqualTo(commandId | GENERIC_NACK);
        return reply.status();
    }

    private byte[] pdu(int commandId, String body) throws IOException {
        byte[] octets = body.getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream pdu = new ByteArrayOutputStream();
        pdu.write(header(HEADER + octets.length, commandId, ++sequence));
        pdu.write(octets);
        return pdu.toByteArray();
    }

    /** A header with any length. */
    static byte[] header(int length, int commandId, int sequence) {
        return ByteBuffer.allocate(HEADER)
                .putInt(length)
                .putInt(commandId)
                .putInt(0)
                .putInt(sequence)
                .array();
    }

    void write(byte... octets) throws IOException {
        socket.getOutputStream().write(octets);
    }

    /** The next PDU. */
    Reply read() throws IOException {
        byte[] rest = new byte[in.readInt() - Integer.BYTES];
        in.readFully(rest);
        ByteBuffer header = ByteBuffer.wrap(rest);
        return new Reply(header.getInt(), header.getInt(), header.getInt());
    }

    /** Whether the server has hung up, which is waited for. */
    boolean isClosedByPeer() throws IOException {
        return in.read() < 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
