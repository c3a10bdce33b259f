package io.polygator.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A JVM of its own that holds binds and does nothing with them, so that its memory is not taken for the server's. */
public final class IdleBinds {
    private static final String READY = "bound";

    private IdleBinds() {}

    /** The port and how many binds. */
    public static void main(String[] arguments) throws IOException {
        try (SmppClient client = SmppClient.bind(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), 1)) {
            System.out.println(READY);
            client.idle();
        }
    }

    /** Starts it and waits until all are bound; they stay until the process is ended. */
    static Process hold(int port, int count) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        IdleBinds.class.getName(),
                        Integer.toString(port),
                        Integer.toString(count)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        if (!READY.equals(output.readLine())) {
            process.destroy();
            throw new IOException("not all of " + count + " binds were let in");
        }
        return process;
    }
}
