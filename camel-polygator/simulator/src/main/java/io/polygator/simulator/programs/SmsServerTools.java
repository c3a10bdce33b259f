package io.polygator.simulator.programs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Debian's SMS Server Tools 3 with a spool of their own and the values of the vendor's sample. Needs {@code smsd} of the
 * package {@code smstools}; see {@link RequiredPrograms}. Thread-safe.
 */
public final class SmsServerTools implements AutoCloseable {
    private static final List<String> FOLDERS = List.of("outgoing", "checked", "incoming", "failed", "sent", "stats");
    private static final int LOG_SHOWN = 8000;

    private final Path spool;
    private final RunningProgram smsd;

    private SmsServerTools(Path spool, RunningProgram smsd) {
        this.spool = spool;
        this.smsd = smsd;
    }

    /**
     * Starts them, with what the spool holds if they ran there before.
     *
     * @param spool an existing folder
     * @param modems by name, with the lines that differ from the vendor's, such as {@code device = @127.0.0.1:9101}
     */
    public static SmsServerTools start(Path spool, Map<String, List<String>> modems) {
        Path configuration = spool.resolve("smsd.conf");
        try {
            for (String name : FOLDERS) {
                Files.createDirectories(spool.resolve(name));
            }
            Files.write(configuration, configuration(spool, modems));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SmsServerTools(
                spool, RunningProgram.start("smsd", "-t", "-c" + configuration, "-p" + spool.resolve("smsd.pid")));
    }

    private static List<String> configuration(Path spool, Map<String, List<String>> modems) {
        List<String> lines = new ArrayList<>(List.of(
                "devices = " + String.join(",", modems.keySet()),
                "logfile = " + spool.resolve("smsd.log"),
                "infofile = " + spool.resolve("smsd.working"),
                "decode_unicode_text = no",
                "incoming_utf8 = no",
                "hangup_incoming_call = yes",
                "loglevel = 7",
                "autosplit = 3",
                "log_charconv = yes",
                "stats_interval = 0",
                "stats_no_zeroes = yes",
                "status_signal_quality = yes",
                "delaytime = 1"));
        FOLDERS.forEach(name -> lines.add(name + " = " + spool.resolve(name) + "/"));
        modems.forEach((name, further) -> {
            lines.addAll(List.of(
                    "[" + name + "]",
                    "init = AT+CNMI=1,2,0,1,0",
                    "baudrate = 115200",
                    "incoming = yes",
                    "report = yes",
                    "report_device_details = yes",
                    "signal_quality_ber_ignore = yes",
                    "routed_status_report_cnma = no"));
            lines.addAll(further);
        });
        return lines;
    }

    /**
     * Puts a message into the spool as its users do: complete at once.
     *
     * @param name of the file, which it keeps on its way through the folders
     * @param headers such as {@code Alphabet: UCS}
     * @param body in the coding that the headers say
     */
    public void send(String name, List<String> headers, byte[] body) {
        byte[] head = (String.join("\n", headers) + "\n\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        Path draft = spool.resolve(name);
        try {
            Files.write(draft, all);
            Files.move(draft, spool.resolve("outgoing").resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the files of a folder, such as {@code incoming} or {@code sent}, hold, as ISO-8859-1. */
    public List<String> files(String folder) {
        try (Stream<Path> files = Files.list(spool.resolve(folder))) {
            return files.map(SmsServerTools::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The status reports that came. */
    public List<String> reports() {
        return files("incoming").stream().filter(SmsServerTools::isReport).toList();
    }

    /** The messages that came, without the status reports. */
    public List<String> inbound() {
        return files("incoming").stream().filter(file -> !isReport(file)).toList();
    }

    private static boolean isReport(String file) {
        return file.contains("SMS STATUS REPORT");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What they printed and logged, for the message of a test that fails. */
    public String output() {
        Path log = spool.resolve("smsd.log");
        String logged = Files.exists(log) ? read(log) : "";
        return smsd.output() + "\n" + logged.substring(Math.max(0, logged.length() - LOG_SHOWN));
    }

    /** Ends them at once; the spool stays. */
    @Override
    public void close() {
        smsd.close();
    }
}
