package io.polygator.camel.modem;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.simulator.programs.RequiredPrograms;
import io.polygator.simulator.programs.RunningProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real SMS Server Tools 3 use two virtual modems, with the values of the vendor's sample. */
@Tag("interop")
class SmsdInteropTest {
    private static final String SOMEBODY = "380677654321";
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final List<String> FOLDERS = List.of("outgoing", "checked", "incoming", "failed", "sent", "stats");

    private Path spool;
    private ModemGateway gateway;
    private RunningProgram smsd;

    @BeforeAll
    static void needsPrograms() {
        assumeThat(RequiredPrograms.missing("smsd")).isEmpty();
    }

    @BeforeEach
    void connect(@TempDir Path folder, @TempDir Path smsds) throws Exception {
        spool = smsds;
        for (String name : FOLDERS) {
            Files.createDirectory(spool.resolve(name));
        }
        gateway = ModemGateway.start(folder, 2, 2, "?channels=g");
        Files.write(spool.resolve("smsd.conf"), configuration());
        smsd = started();
    }

    private RunningProgram started() {
        return RunningProgram.start("smsd", "-t", "-c" + spool.resolve("smsd.conf"), "-p" + spool.resolve("smsd.pid"));
    }

    private List<String> configuration() {
        List<String> lines = new ArrayList<>(List.of(
                "devices = GSM* 1-2",
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
        for (int modem = 0; modem < 2; modem++) {
            lines.addAll(List.of(
                    "[GSM" + (modem + 1) + "]",
                    "init = AT+CNMI=1,2,0,1,0",
                    "device = @127.0.0.1:" + gateway.port(modem),
                    "baudrate = 115200",
                    "incoming = yes",
                    "outgoing = " + (modem == 0 ? "no" : "yes"),
                    "report = yes",
                    "report_device_details = yes",
                    "signal_quality_ber_ignore = yes",
                    "routed_status_report_cnma = no"));
        }
        return lines;
    }

    @AfterEach
    void disconnect() {
        smsd.close();
        gateway.close();
    }

    /** Puts a message into the spool as its users do: complete at once. */
    private void send(String name, byte[] body, String... headers) throws IOException {
        byte[] head = ("To: " + SOMEBODY + "\nReport: yes\n" + String.join("", headers) + "\n").getBytes(ISO_8859_1);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        Path draft = spool.resolve(name);
        Files.write(draft, all);
        Files.move(draft, spool.resolve("outgoing").resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private List<String> files(String folder) {
        try (Stream<Path> files = Files.list(spool.resolve(folder))) {
            return files.map(SmsdInteropTest::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String output() {
        String log = Files.exists(spool.resolve("smsd.log")) ? read(spool.resolve("smsd.log")) : "";
        return smsd.output() + "\n" + log.substring(Math.max(0, log.length() - 8000));
    }

    @Test
    void textsInEveryAlphabetLeaveAndAreReported() throws Exception {
        String ucs2 = "\u041f\u0440\u0438\u0432\u0456\u0442";
        String longText = "0123456789".repeat(40);
        send("gsm7", "Hello, world! @".getBytes(ISO_8859_1));
        send("ucs2", ucs2.getBytes(UTF_16BE), "Alphabet: UCS\n");
        send("long", longText.getBytes(ISO_8859_1));
        send("binary", new byte[] {1, 2, 3, -1}, "Alphabet: binary\n", "UDH: false\n");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(files("sent")).as(this::output).hasSize(4));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        files("incoming").stream().filter(file -> file.contains("SMS STATUS REPORT")))
                .as(this::output)
                .hasSize(6)
                .allSatisfy(report -> assertThat(report).contains("Status: 0")));
        assertThat(gateway.texts()).contains("Hello, world! @", ucs2);
        assertThat(gateway.texts().stream().filter(text -> text.matches("\\d+")).reduce("", String::concat))
                .isEqualTo(longText);
        assertThat(gateway.air()).as("3 segments and one of each other").hasSize(6);
        assertThat(gateway.air().stream()
                        .map(entry -> entry.userData())
                        .filter(userData -> userData.alphabet() == Alphabet.OCTETS))
                .singleElement()
                .satisfies(userData -> assertThat(userData.units()).isEqualTo(Octets.ofHex("010203FF")));
        assertThat(files("failed")).isEmpty();
    }

    @Test
    void inboundMessagesReachItOnceAlsoThoseOfATimeWithoutTheGateway() throws Exception {
        gateway.channel(0).receiveFrom("+" + SOMEBODY, "To smsd");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(files("incoming"))
                .as(this::output)
                .singleElement()
                .asString()
                .contains("From: " + SOMEBODY, "To smsd"));

        gateway.stop();
        gateway.channel(1).receiveFrom("+" + SOMEBODY, "Meanwhile");
        gateway.restart();
        // a lost connection ends its processes for good: its users start it again
        smsd.close();
        smsd = started();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(files("incoming"))
                .as(this::output)
                .hasSize(2)
                .anySatisfy(file -> assertThat(file).contains("Meanwhile")));
    }
}
