package io.polygator.camel.asterisk;

import io.polygator.camel.polygator.PolygatorConstants;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * Gives messages to the Asterisk server of this machine, whose driver sends them through its cards. It tells that it has
 * them, and nothing of what becomes of them. Thread-safe.
 */
public final class AsteriskCli {
    /**
     * The command goes through a pipe, in UTF-8: words of a program's command line are in the charset of the locale, which
     * is ASCII for most services. The shell sees it in quotes and does nothing with it.
     */
    private static final List<String> PIPED = List.of("/bin/sh", "-c", "exec \"$0\" -rx \"$(cat)\"");

    private final String program;
    private final Duration deadline;

    /**
     * Over this program.
     *
     * @param program {@code asterisk}, or its path
     * @param deadline how long one message may take
     */
    public AsteriskCli(String program, Duration deadline) {
        this.program = program;
        this.deadline = deadline;
    }

    /**
     * Sends the body to {@code CamelPolygatorTo} through the channel {@code CamelPolygatorChannels}.
     *
     * @throws IllegalArgumentException if one of them is wrong
     * @throws IOException if Asterisk does not take it
     */
    public void send(Message message) throws IOException, InterruptedException {
        run(SmsCommand.of(
                text(message.getHeader(PolygatorConstants.CHANNELS, String.class)),
                text(message.getHeader(PolygatorConstants.TO, String.class)),
                text(message.getBody(String.class))));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private void run(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(PIPED.get(0), PIPED.get(1), PIPED.get(2), program)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            try (OutputStream input = process.getOutputStream()) {
                input.write(command.getBytes(StandardCharsets.UTF_8));
            }
            if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("asterisk has not answered within " + deadline);
            }
            if (process.exitValue() != 0) {
                throw new IOException("asterisk ended with code " + process.exitValue());
            }
        } finally {
            process.destroyForcibly();
        }
    }
}
