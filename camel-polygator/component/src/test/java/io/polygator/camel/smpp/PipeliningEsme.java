package io.polygator.camel.smpp;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.PDUComposer;

/** An ESME that writes its submissions all at once and reads the responses afterwards, as one with a window does. */
final class PipeliningEsme implements AutoCloseable {
    private static final int HEADER = 16;
    private static final int PATIENCE_MILLIS = 20_000;
    private static final byte VERSION = 0x34;
    private static final byte RECEIPT = 1;

    private final PDUComposer composer = new DefaultComposer();
    private final Socket socket;
    private int sequence;

    private PipeliningEsme(Socket socket) {
        this.socket = socket;
    }

    /** Binds as a transmitter. */
    static PipeliningEsme bind(int port, String systemId, String password) throws IOException, PDUStringException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        PipeliningEsme esme = new PipeliningEsme(socket);
        esme.write(esme.composer.bind(
                SMPPConstant.CID_BIND_TRANSMITTER,
                ++esme.sequence,
                systemId,
                password,
                "",
                VERSION,
                (byte) 0,
                (byte) 0,
                ""));
        if (esme.readStatus() != 0) {
            throw new IOException("the bind was refused");
        }
        return esme;
    }

    /** Submits each of the messages, with a receipt, and gives back the command_status of each response. */
    List<Integer> submitAtOnce(String to, int esmClass, List<byte[]> messages) throws IOException, PDUStringException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] message : messages) {
            all.write(submission(to, (byte) esmClass, message));
        }
        write(all.toByteArray());
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            statuses.add(readStatus());
        }
        return statuses;
    }

    private byte[] submission(String to, byte esmClass, byte[] message) throws PDUStringException {
        byte none = 0;
        byte international = 1;
        return composer.submitSm(
                ++sequence,
                "",
                none,
                none,
                "1234",
                international,
                international,
                to,
                esmClass,
                none,
                none,
                null,
                null,
                RECEIPT,
                none,
                none,
                none,
                message);
    }

    private void write(byte[] octets) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(octets);
        out.flush();
    }

    private int readStatus() throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        int length = in.readInt();
        in.readInt();
        int status = in.readInt();
        in.readInt();
        in.readNBytes(length - HEADER);
        return status;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
