package io.polygator.camel.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A client of server-sent events on a connection of its own. Reading waits a minute at most. */
final class EventReader implements AutoCloseable {
    private static final int MINUTE = 60_000;

    private final Socket socket = new Socket();
    private final BufferedReader lines;
    private final List<String> head = new ArrayList<>();

    /** @param headers each a whole line */
    EventReader(int port, String target, String... headers) throws IOException {
        socket.setSoTimeout(MINUTE);
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("127.0.0.1", port), MINUTE);
        StringBuilder request = new StringBuilder("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        socket.getOutputStream().write(request.append("\r\n").toString().getBytes(UTF_8));
        lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    }

    /** Status line and headers of the answer. */
    List<String> head() throws IOException {
        if (head.isEmpty()) {
            for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
                head.add(line);
            }
        }
        return head;
    }

    /** The next event, by field. */
    Map<String, String> next() throws IOException {
        head();
        Map<String, String> event = new HashMap<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty() && !event.isEmpty()) {
                return event;
            }
            int colon = line.indexOf(": ");
            if (colon > 0) {
                event.put(line.substring(0, colon), line.substring(colon + 2));
            }
        }
        throw new IOException("the stream has ended");
    }

    /** The next line, whatever it is. */
    String line() throws IOException {
        head();
        return lines.readLine();
    }

    /** Waits until the server has closed the connection, and reads what comes until then. */
    boolean ends() throws IOException {
        try {
            while (lines.readLine() != null) {
                // nobody looks at it
            }
        } catch (SocketException reset) {
            return true;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
