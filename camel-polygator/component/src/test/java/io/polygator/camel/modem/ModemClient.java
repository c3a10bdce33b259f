package io.polygator.camel.modem;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A program that types AT commands. */
final class ModemClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(5);

    private final Socket socket;
    private final StringBuilder heard = new StringBuilder();

    private ModemClient(Socket socket) {
        this.socket = socket;
    }

    static ModemClient connect(int port) throws IOException {
        return new ModemClient(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    /** Types the command and waits for its final result; gives everything that was said meanwhile. */
    String command(String command) throws IOException {
        int before = hear().length();
        write(command + "\r");
        return await(before, "(?s).*\\r\\n(OK|ERROR|\\+CM[ES] ERROR: \\d+)\\r\\n.*");
    }

    /** Sends the TPDU, whose service centre is given as 00, and waits for the final result. */
    String send(String pdu) throws IOException {
        int before = hear().length();
        write("AT+CMGS=" + (pdu.length() / 2 - 1) + "\r");
        await(before, "(?s).*> .*|(?s).*ERROR.*\\r\\n");
        if (hear().substring(before).contains("ERROR")) {
            return hear().substring(before);
        }
        write(pdu + "\u001a");
        return await(before, "(?s).*\\r\\n(OK|ERROR|\\+CM[ES] ERROR: \\d+)\\r\\n.*");
    }

    /** Waits until it has heard the text; gives everything since it came. */
    String awaitText(String text) throws IOException {
        return await(0, "(?s).*" + Pattern.quote(text) + ".*");
    }

    private String await(int from, String pattern) throws IOException {
        Awaitility.await().pollInterval(LOOK_EVERY).atMost(PATIENCE).untilAsserted(() -> assertThat(
                        hear().substring(from))
                .matches(pattern));
        return hear().substring(from);
    }

    /** What was said so far. */
    String hear() throws IOException {
        while (socket.getInputStream().available() > 0) {
            byte[] bytes =
                    socket.getInputStream().readNBytes(socket.getInputStream().available());
            heard.append(new String(bytes, ISO_8859_1));
        }
        return heard.toString();
    }

    /** Waits until the other side says something or ends, and tells which. */
    boolean isClosedByPeer() throws IOException {
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket.getInputStream().read() < 0;
    }

    void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
