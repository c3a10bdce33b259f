package io.polygator.camel.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A web server that hangs: it listens, and what its system lets wait for it is full, so that nobody gets a connection. Once
 * it is well it takes what comes.
 */
final class UnacceptingReceiver implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");
    private static final Pattern ID = Pattern.compile("(?i)webhook-id: *(\\S+)");
    private static final int FULL_WITHIN_MILLIS = 300;
    private static final int MOST = 64;

    private final ServerSocket listening = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    private final List<Socket> waiting = new ArrayList<>();
    private final List<Receiver.Request> requests = new CopyOnWriteArrayList<>();

    UnacceptingReceiver() throws IOException {
        while (connects()) {
            if (waiting.size() > MOST) {
                throw new IOException("the system lets more connections wait than it was told");
            }
        }
    }

    private boolean connects() throws IOException {
        Socket socket = new Socket();
        waiting.add(socket);
        try {
            socket.connect(
                    new InetSocketAddress(listening.getInetAddress(), listening.getLocalPort()), FULL_WITHIN_MILLIS);
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    String url() {
        return "http://127.0.0.1:" + listening.getLocalPort() + "/sms";
    }

    List<String> texts() {
        return Receiver.texts(requests);
    }

    void recover() throws IOException {
        for (Socket each : waiting) {
            each.close();
        }
        Thread thread = new Thread(this::accept, "recovered-receiver");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                serve(socket);
            } catch (IOException e) {
                // a client that has gone meanwhile, or the end
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int octet = socket.getInputStream().read();
            if (octet < 0) {
                return;
            }
            head.append((char) octet);
        }
        String body = new String(socket.getInputStream().readNBytes(Integer.parseInt(found(LENGTH, head))), UTF_8);
        socket.getOutputStream().write("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n".getBytes(US_ASCII));
        requests.add(new Receiver.Request(
                head.substring(0, head.indexOf(" ")), "/sms", Map.of("Webhook-id", List.of(found(ID, head))), body));
    }

    private static String found(Pattern header, CharSequence head) throws IOException {
        Matcher matcher = header.matcher(head);
        if (!matcher.find()) {
            throw new IOException("the request has no " + header);
        }
        return matcher.group(1);
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket each : waiting) {
            each.close();
        }
    }
}
