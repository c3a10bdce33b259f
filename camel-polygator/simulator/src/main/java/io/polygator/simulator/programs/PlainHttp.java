package io.polygator.simulator.programs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** HTTP requests to this machine octet by octet, also such as no library would send. */
public final class PlainHttp {
    private static final int PATIENCE = (int) Duration.ofSeconds(20).toMillis();
    private static final String HEADERS_END = "\r\n\r\n";

    private PlainHttp() {}

    /**
     * What was answered.
     *
     * @param head status line and headers
     * @param body octets as ISO-8859-1
     */
    public record Answer(int status, String head, String body) {}

    /**
     * Sends a request and reads the answer until the server closes.
     *
     * @param target path and query as they shall stand in the request line; characters are octets
     * @param body sent when it is not empty
     */
    public static Answer ask(int port, String method, String target, Map<String, String> headers, byte[] body) {
        StringBuilder head = new StringBuilder(
                method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n");
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        if (body.length > 0) {
            head.append("Content-Length: " + body.length + "\r\n");
        }
        head.append("\r\n");
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(PATIENCE);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE);
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            request.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
            request.write(body);
            socket.getOutputStream().write(request.toByteArray());
            return read(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + target, e);
        }
    }

    private static Answer read(InputStream input) throws IOException {
        String answer = new String(input.readAllBytes(), StandardCharsets.ISO_8859_1);
        int end = answer.indexOf(HEADERS_END);
        String[] status = answer.split(" ", 3);
        if (end < 0 || status.length < 3) {
            throw new IOException("no answer: " + answer);
        }
        return new Answer(
                Integer.parseInt(status[1]), answer.substring(0, end), answer.substring(end + HEADERS_END.length()));
    }
}
