package io.polygator.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.regex.Pattern;

/** A program that sends through a virtual modem, in text mode (3GPP TS 27.005 §4.3). */
final class AtClient implements AutoCloseable {
    /** A network may think about a message for two minutes. */
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private static final Pattern REFUSAL = Pattern.compile("ERROR(: \\d+)?\r\n$");
    private static final String PROMPT = "> ";
    private static final char SUBSTITUTE = 0x1A;

    private final Socket socket;

    private AtClient(Socket socket) {
        this.socket = socket;
    }

    static AtClient connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return new AtClient(socket);
    }

    /** Sends a message; gives what was said until the final result. */
    String send(String number, String text) throws IOException {
        say("AT+CMGF=1\r", "OK\r\n");
        say("AT+CMGS=\"" + number + "\"\r", PROMPT);
        return say(text + SUBSTITUTE, "OK\r\n");
    }

    /** Types it and gives what was said until the answer; anything but ends with that is a failure. */
    String say(String words, String answer) throws IOException {
        socket.getOutputStream().write(words.getBytes(ISO_8859_1));
        String heard = "";
        while (!heard.endsWith(answer)) {
            int octet = socket.getInputStream().read();
            if (octet < 0 || REFUSAL.matcher(heard).find()) {
                throw new AssertionError(words + " was answered with " + heard);
            }
            heard += (char) octet;
        }
        return heard;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
