package io.polygator.simulator.programs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Debian's {@code gammu-smsd} on a serial device, with its files backend: what is sent is injected as its users do, what
 * comes in is a file. Needs {@code gammu-smsd} and {@code gammu-smsd-inject}; see {@link RequiredPrograms}. Thread-safe.
 */
public final class GammuSmsd implements AutoCloseable {
    private static final List<String> FOLDERS = List.of("inbox", "outbox", "sent", "error");
    private static final int LOG_SHOWN = 200_000;

    private final Path folder;
    private final RunningProgram daemon;

    private GammuSmsd(Path folder, RunningProgram daemon) {
        this.folder = folder;
        this.daemon = daemon;
    }

    /**
     * Starts it.
     *
     * @param folder for its configuration, its folders and its log
     * @param modem the lines of the section {@code gammu}: device and connection
     */
    public static GammuSmsd start(Path folder, List<String> modem) {
        List<String> lines = new ArrayList<>(List.of("[gammu]"));
        lines.addAll(modem);
        lines.addAll(List.of(
                "[smsd]",
                "service = files",
                "logfile = " + folder.resolve("smsd.log"),
                "debuglevel = 1",
                "deliveryreport = sms",
                "commtimeout = 1",
                "inboxformat = unicode",
                "inboxpath = " + folder.resolve("inbox") + "/",
                "outboxpath = " + folder.resolve("outbox") + "/",
                "sentsmspath = " + folder.resolve("sent") + "/",
                "errorsmspath = " + folder.resolve("error") + "/"));
        Path configuration = configuration(folder);
        try {
            for (String name : FOLDERS) {
                Files.createDirectories(folder.resolve(name));
            }
            Files.write(configuration, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new GammuSmsd(folder, RunningProgram.start("gammu-smsd", "-c", configuration.toString()));
    }

    private static Path configuration(Path folder) {
        return folder.resolve("gammu-smsdrc");
    }

    /**
     * Gives it a message to send, in as many segments as it takes.
     *
     * @param further options of {@code gammu-smsd-inject TEXT}, such as {@code -unicode}
     */
    public void send(String to, String text, String... further) {
        // what is beyond the length it would cut off
        List<String> arguments = new ArrayList<>(
                List.of("-c", configuration(folder).toString(), "TEXT", to, "-report", "-len", "1000", "-text", text));
        arguments.addAll(List.of(further));
        RunningProgram inject = RunningProgram.start("gammu-smsd-inject", arguments.toArray(String[]::new));
        Eventually.await(() -> !inject.isRunning(), inject::output);
        inject.awaitOutput("Written message with ID");
    }

    /** The texts of the segments and reports that came in, by the time in which they came. */
    public List<String> inbound() {
        return files("inbox").stream()
                .map(file -> upToEnd(read(file, StandardCharsets.UTF_16)))
                .toList();
    }

    /** Gammu writes some of its memory behind the end of the text. */
    private static String upToEnd(String text) {
        int end = text.indexOf(0);
        return end < 0 ? text : text.substring(0, end);
    }

    /** How many files it has put among the sent ones. */
    public int sent() {
        return files("sent").size();
    }

    /** How many files it has given up. */
    public int failed() {
        return files("error").size();
    }

    private List<Path> files(String name) {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file, Charset charset) {
        try {
            return new String(Files.readAllBytes(file), charset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it printed and logged, for the message of a test that fails. */
    public String output() {
        Path log = folder.resolve("smsd.log");
        String logged = Files.exists(log) ? read(log, StandardCharsets.UTF_8) : "";
        return daemon.output() + "\n" + logged.substring(Math.max(0, logged.length() - LOG_SHOWN));
    }

    /** Ends it at once; its folders stay. */
    @Override
    public void close() {
        daemon.close();
    }
}
