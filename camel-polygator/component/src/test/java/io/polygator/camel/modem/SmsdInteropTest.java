package io.polygator.camel.modem;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.tpdu.UserData;
import io.polygator.gsm.sms.tpdu.UserDataHeader;
import io.polygator.simulator.programs.RequiredPrograms;
import io.polygator.simulator.programs.SmsServerTools;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    private Path spool;

    private ModemGateway gateway;
    private SmsServerTools smsd;

    @BeforeAll
    static void needsPrograms() {
        assumeThat(RequiredPrograms.missing("smsd")).isEmpty();
    }

    @BeforeEach
    void connect(@TempDir Path folder) throws Exception {
        gateway = ModemGateway.start(folder, 2, 2, "?channels=g");
        smsd = started();
    }

    private SmsServerTools started() {
        Map<String, List<String>> modems = new LinkedHashMap<>();
        modems.put("GSM1", List.of("device = @127.0.0.1:" + gateway.port(0), "outgoing = no"));
        modems.put("GSM2", List.of("device = @127.0.0.1:" + gateway.port(1)));
        return SmsServerTools.start(spool, modems);
    }

    @AfterEach
    void disconnect() {
        smsd.close();
        gateway.close();
    }

    private void send(String name, byte[] body, String... headers) {
        smsd.send(
                name,
                Stream.concat(Stream.of("To: " + SOMEBODY, "Report: yes"), Stream.of(headers))
                        .toList(),
                body);
    }

    private void awaitSent(int count) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(smsd.files("sent")).as(smsd::output).hasSize(count));
    }

    /** Of messages that were delivered. */
    private void awaitReports(int count) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(smsd.reports())
                .as(smsd::output)
                .hasSize(count)
                .allSatisfy(report -> assertThat(report).contains("Status: 0")));
    }

    /** It writes the file before it deletes the message, and would read again what it could not delete. */
    private void awaitEmptyModem(int modem) throws Exception {
        try (ModemClient client = ModemClient.connect(gateway.port(modem))) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(client.command("AT+CPMS?"))
                    .as(smsd::output)
                    .contains("\"SM\",0,100"));
        }
    }

    /** A lost connection ends its processes for good: its users start it again. */
    private void startAgain() {
        smsd.close();
        smsd = started();
    }

    @Test
    void textsInEveryAlphabetLeaveAndAreReported() throws Exception {
        String ucs2 = "\u041f\u0440\u0438\u0432\u0456\u0442";
        String longText = "0123456789".repeat(40);
        send("gsm7", "Hello, world! @".getBytes(ISO_8859_1));
        send("ucs2", ucs2.getBytes(UTF_16BE), "Alphabet: UCS");
        send("long", longText.getBytes(ISO_8859_1));
        send("binary", new byte[] {1, 2, 3, -1}, "Alphabet: binary", "UDH: false");

        awaitSent(4);
        awaitReports(6);
        assertThat(gateway.texts()).contains("Hello, world! @", ucs2);
        assertThat(gateway.texts().stream().filter(text -> text.matches("\\d+")).reduce("", String::concat))
                .isEqualTo(longText);
        assertThat(gateway.air()).as("3 segments and one of each other").hasSize(6);
        assertThat(gateway.air().stream()
                        .map(entry -> entry.userData())
                        .filter(userData -> userData.alphabet() == Alphabet.OCTETS))
                .singleElement()
                .satisfies(userData -> assertThat(userData.units()).isEqualTo(Octets.ofHex("010203FF")));
        assertThat(smsd.files("failed")).isEmpty();
    }

    @Test
    void inboundMessagesReachItOnceInEveryAlphabetAlsoThoseOfATimeWithoutTheGateway() throws Exception {
        String gsm7 = "To smsd @ \u00fc";
        String ucs2 = "\u041f\u0440\u0438\u0432\u0456\u0442";
        String longText = "Inbound 0123456789 ".repeat(20);
        Octets binary = Octets.ofHex("010203FF");
        receive(0, gsm7);
        receive(0, ucs2);
        receive(0, longText);
        gateway.channel(0)
                .receiveSegments("+" + SOMEBODY, List.of(new UserData(UserDataHeader.none(), Alphabet.OCTETS, binary)));
        String octets = new String(binary.toByteArray(), ISO_8859_1);
        awaitInbound(gsm7, ucs2, longText, octets);
        awaitEmptyModem(0);

        gateway.stop();
        receive(1, "Meanwhile");
        gateway.restart();
        startAgain();
        awaitInbound("Meanwhile");

        // what either modem gave a second time would come before
        receive(0, "last of the first");
        receive(1, "last of the second");
        awaitInbound("last of the first", "last of the second");
        assertThat(smsd.inbound().stream().map(SmsdInteropTest::text))
                .containsExactlyInAnyOrder(
                        gsm7, ucs2, longText, octets, "Meanwhile", "last of the first", "last of the second");
        assertThat(smsd.inbound()).allSatisfy(file -> assertThat(file).contains("From: " + SOMEBODY));
    }

    private void receive(int channel, String text) {
        gateway.channel(channel).receiveFrom("+" + SOMEBODY, text);
    }

    private void awaitInbound(String... texts) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(smsd.inbound().stream().map(SmsdInteropTest::text))
                        .as(smsd::output)
                        .contains(texts));
    }

    /** What stands behind the headers: UCS-2 as it is on the air, everything else as octets of ISO-8859-1. */
    private static String text(String file) {
        String body = file.substring(file.indexOf("\n\n") + 2);
        return file.contains("\nAlphabet: UCS2\n") ? new String(body.getBytes(ISO_8859_1), UTF_16BE) : body;
    }

    @Test
    void aMessageThatCannotBeDeliveredIsReportedAsFailed() throws Exception {
        smsd.send(
                "lost",
                List.of("To: " + ModemGateway.NOBODY.substring(1), "Report: yes"),
                "To nobody".getBytes(ISO_8859_1));

        awaitSent(1);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(smsd.reports())
                .as(smsd::output)
                .singleElement()
                .asString()
                .contains("Status: 67", "Message_id: 1"));
        assertThat(gateway.texts()).containsExactly("To nobody");
    }

    @Test
    void aRestartOfTheGatewayLosesNothingAndSendsNothingTwice() throws Exception {
        send("before", "before the restart".getBytes(ISO_8859_1));
        awaitReports(1);

        gateway.stop();
        send("during", "while it was down".getBytes(ISO_8859_1));
        gateway.restart();
        startAgain();
        send("after", "after the restart".getBytes(ISO_8859_1));

        awaitReports(3);
        // what it sent a second time would leave before
        send("last", "last".getBytes(ISO_8859_1));

        awaitSent(4);
        awaitReports(4);
        assertThat(gateway.texts())
                .containsExactlyInAnyOrder("before the restart", "while it was down", "after the restart", "last");
        assertThat(smsd.files("failed")).isEmpty();
    }
}
