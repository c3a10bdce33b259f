package io.polygator.http.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that answers every request with the same octets, whatever they are, or begins to and then says no more. */
final class RawServer implements AutoCloseable {
    private final ServerSocket listening;
    private final String answer;
    private final Ending ending;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    private enum Ending {
        CLOSE,
        WAIT_FOR_CLIENT
    }

    private RawServer(ServerSocket listening, String answer, Ending ending) {
        this.listening = listening;
        this.answer = answer;
        this.ending = ending;
        Thread thread = new Thread(this::accept, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    static RawServer answering(String answer) {
        return answering(answer, socket());
    }

    static RawServer answering(String answer, ServerSocket socket) {
        return new RawServer(socket, answer, Ending.CLOSE);
    }

    static RawServer silent() {
        return stuckAfter("");
    }

    static RawServer stuckAfter(String beginning) {
        return new RawServer(socket(), beginning, Ending.WAIT_FOR_CLIENT);
    }

    static String ok(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static ServerSocket socket() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                connections.incrementAndGet();
                open.add(socket);
                Thread thread = new Thread(() -> serve(socket), "raw-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            requests.add(read(socket.getInputStream()));
            socket.getOutputStream().write(answer.getBytes(ISO_8859_1));
            if (ending == Ending.WAIT_FOR_CLIENT) {
                socket.getInputStream().read();
            }
        } catch (IOException e) {
            // the client has gone
        }
    }

    private static String read(InputStream in) throws IOException {
        StringBuilder request = new StringBuilder();
        while (request.indexOf("\r\n\r\n") < 0) {
            append(request, in);
        }
        int at = request.indexOf("content-length: ");
        if (at >= 0) {
            int length =
                    Integer.parseInt(request.substring(at + "content-length: ".length(), request.indexOf("\r\n", at)));
            int head = request.indexOf("\r\n\r\n") + 4;
            while (request.length() < head + length) {
                append(request, in);
            }
        }
        return request.toString();
    }

    private static void append(StringBuilder request, InputStream in) throws IOException {
        int octet = in.read();
        if (octet < 0) {
            throw new IOException("the client has gone");
        }
        request.append((char) octet);
    }

    int port() {
        return listening.getLocalPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/";
    }

    /** The requests that came, whole. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
