package io.polygator.simulator.programs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * Debian's {@code ser2net}, which serves one serial device on one TCP port as a Polygator board does. Needs {@code
 * ser2net} and Linux; see {@link RequiredPrograms}. Thread-safe.
 */
public final class Ser2net implements AutoCloseable {
    private static final Path LISTENING = Path.of("/proc/net/tcp");

    private final int port;
    private final RunningProgram program;

    private Ser2net(int port, RunningProgram program) {
        this.port = port;
        this.program = program;
    }

    /**
     * Serves the device, configured in the YAML of version 4.
     *
     * @param idle after how long without data a client is disconnected, in whole seconds; zero for never
     * @param folder where the configuration is written
     */
    public static Ser2net serve(Path device, Duration idle, Path folder) {
        int port = FreePort.any();
        String configuration = String.join(
                "\n",
                "%YAML 1.1",
                "---",
                "connection: &modem",
                "  accepter: tcp,127.0.0.1," + port,
                "  timeout: " + idle.toSeconds(),
                "  connector: serialdev," + device + ",115200n81,local",
                "");
        Path file = folder.resolve("ser2net.yaml");
        try {
            Files.writeString(file, configuration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return started(port, "-c", file.toString());
    }

    /**
     * Serves the device, configured by a line of versions 2 and 3, as boards in the field have it.
     *
     * @param idle after how long without data a client is disconnected, in whole seconds; zero for never
     */
    public static Ser2net serveClassic(Path device, Duration idle) {
        int port = FreePort.any();
        return started(port, "-C", "127.0.0.1," + port + ":raw:" + idle.toSeconds() + ":" + device + ":115200");
    }

    private static Ser2net started(int port, String option, String value) {
        // In the foreground, and without lock files, which only root may write.
        RunningProgram program = RunningProgram.start("ser2net", "-d", "-u", option, value);
        Eventually.await(() -> listensOn(port), program::output);
        return new Ser2net(port, program);
    }

    // Looked up in the kernel's table: to connect would make ser2net open the device, and be in a test's way.
    private static boolean listensOn(int port) {
        String listening = String.format(Locale.ROOT, ":%04X 00000000:0000 0A", port);
        try {
            return Files.readAllLines(LISTENING).stream().anyMatch(line -> line.contains(listening));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The TCP port of this machine where it serves the device. */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        program.close();
    }
}
