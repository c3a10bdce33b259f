package io.polygator.app;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A client that sends what no HTTP library would. Keeps its connection as long as the server does. One thread at a time. */
final class RawHttp implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int LONGEST_LINE = 65_536;

    private final int port;
    private Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();

    RawHttp(int port) {
        this.port = port;
    }

    /**
     * Sends a request and reads the answer.
     *
     * @return its status, or 0 when the server closed the connection without one
     */
    int send(byte[] request) {
        try {
            if (!socket.isConnected() || socket.isClosed()) {
                open();
            }
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return answer();
        } catch (IOException closedMeanwhile) {
            close();
            return 0;
        }
    }

    private void open() throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    private int answer() throws IOException {
        String line = line();
        if (!line.startsWith("HTTP/1.1 ")) {
            close();
            return 0;
        }
        int status = Integer.parseInt(line.substring(9, 12));
        long length = 0;
        boolean closes = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).strip());
            }
            closes |= lower.startsWith("connection:") && lower.contains("close");
        }
        in.skipNBytes(length);
        if (closes) {
            close();
        }
        return status;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet >= 0 && octet != '\n' && line.length() < LONGEST_LINE; octet = in.read()) {
            line.append((char) octet);
        }
        return line.toString().strip();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException("a connection cannot be closed", e);
        }
    }

    static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
