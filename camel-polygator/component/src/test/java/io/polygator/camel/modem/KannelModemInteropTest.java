package io.polygator.camel.modem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.simulator.network.AirLog;
import io.polygator.simulator.programs.Kannel;
import io.polygator.simulator.programs.RequiredPrograms;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real Kannel uses eight virtual modems as it uses the vendor's gateway, with the vendor's sample configuration. */
@Tag("interop")
class KannelModemInteropTest {
    private static final int MODEMS = 8;
    private static final int DELIVERED = 1;
    private static final int FAILED = 2;
    private static final int TAKEN = 8;
    private static final String SOMEBODY = "+380677654321";
    /** Kannel notices a lost link only when its keepalive of 100 seconds is due. */
    private static final Duration PATIENCE = Duration.ofSeconds(300);

    private ModemGateway gateway;
    private Kannel kannel;

    @BeforeAll
    static void needsPrograms() {
        assumeThat(RequiredPrograms.missing("bearerbox", "smsbox")).isEmpty();
    }

    @BeforeEach
    void connect(@TempDir Path folder, @TempDir Path kannels) throws Exception {
        gateway = ModemGateway.start(folder, MODEMS, MODEMS, "?channels=g");
        List<List<String>> groups = new ArrayList<>();
        IntStream.range(0, MODEMS).mapToObj(this::connection).forEach(groups::add);
        IntStream.range(0, MODEMS).mapToObj(KannelModemInteropTest::user).forEach(groups::add);
        groups.add(List.of(
                "group = modems",
                "id = siemens_c60",
                "name = QUECTEL_M10",
                "enable-hwhs = \"AT+IFC=0,0\"",
                "init-string = \"AT+CNMI=1,2,0,1,0\""));
        kannel = Kannel.start(kannels, List.of("sms-resend-retry = 5", "sms-resend-freq = 4"), groups);
        for (int modem = 0; modem < MODEMS; modem++) {
            kannel.awaitOnline(name(modem));
        }
    }

    private List<String> connection(int modem) {
        return List.of(
                "group = smsc",
                "smsc = at",
                "smsc-id = " + name(modem),
                "modemtype = siemens_c60",
                "device = rawtcp",
                "host = 127.0.0.1",
                "port = " + gateway.port(modem),
                "speed = 115200",
                "keepalive = 100",
                "allowed-smsc-id = " + name(modem),
                "preferred-smsc-id = " + name(modem));
    }

    private static List<String> user(int modem) {
        return List.of(
                "group = sendsms-user",
                "username = " + userName(modem),
                "password = \"\"",
                "default-smsc = " + name(modem));
    }

    private static String userName(int modem) {
        return "chan" + (modem + 1);
    }

    private static String name(int modem) {
        return "sms_centre" + (modem + 1);
    }

    @AfterEach
    void disconnect() {
        kannel.close();
        gateway.close();
    }

    private void send(int modem, String text, String tag, Map<String, String> further) {
        send(modem, SOMEBODY, text, tag, further);
    }

    /** By the sample's user of the modem. */
    private void send(int modem, String to, String text, String tag, Map<String, String> further) {
        Map<String, String> parameters = new HashMap<>(further);
        parameters.put("username", userName(modem));
        parameters.put("password", "");
        assertThat(kannel.send(to, text, tag, parameters).status()).isEqualTo(202);
    }

    @Test
    void aMessageThatCannotBeDeliveredIsReportedAsFailed() {
        send(4, ModemGateway.NOBODY, "To nobody", "lost", Map.of());

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(kannel.reports("lost")).as(kannel::output).contains(TAKEN, FAILED));
        assertThat(gateway.texts()).containsExactly("To nobody");
    }

    @Test
    void textsInEveryAlphabetLeaveByTheChannelOfTheirModemAndAreReported() {
        Map<String, String> texts = Map.of(
                "gsm7", "Hello, world! @[test]{} \u20ac",
                "ucs2", "\u041f\u0440\u0438\u0432\u0456\u0442 \u0437 Kannel",
                "long", "0123456789".repeat(40));
        send(0, texts.getOrDefault("gsm7", ""), "gsm7", Map.of());
        send(1, texts.getOrDefault("ucs2", ""), "ucs2", Map.of("coding", "2"));
        // the sample's users may send one segment only
        assertThat(kannel.send(SOMEBODY, texts.getOrDefault("long", ""), "long", Map.of("smsc", name(2)))
                        .status())
                .isEqualTo(202);
        send(3, "\u0001\u0002\u0003~", "binary", Map.of("coding", "1"));

        for (String tag : List.of("gsm7", "ucs2", "long", "binary")) {
            await(tag).atMost(PATIENCE).untilAsserted(() -> assertThat(kannel.reports(tag))
                    .as(kannel::output)
                    .contains(TAKEN, DELIVERED));
        }
        assertThat(gateway.texts()).contains(texts.get("gsm7"), texts.get("ucs2"));
        assertThat(gateway.texts().stream().filter(text -> text.matches("\\d+")).reduce("", String::concat))
                .isEqualTo(texts.get("long"));
        assertThat(gateway.air()).as("3 segments and one of each other").hasSize(6);
        assertThat(gateway.air().stream().map(AirLog.Entry::sender).distinct())
                .containsExactlyInAnyOrder(gateway.number(0), gateway.number(1), gateway.number(2), gateway.number(3));
        assertThat(gateway.air().stream()
                        .map(entry -> entry.userData())
                        .filter(userData -> userData.alphabet() == Alphabet.OCTETS))
                .singleElement()
                .satisfies(userData -> assertThat(userData.units()).isEqualTo(Octets.ofHex("0102037E")));
    }

    @Test
    void inboundMessagesReachKannelOnceInEveryAlphabet() {
        String longText = "Inbound 0123456789 ".repeat(12);
        gateway.channel(0).receiveFrom(SOMEBODY, "To Kannel \u20ac");
        gateway.channel(1).receiveFrom(SOMEBODY, "\u041f\u0440\u0438\u0432\u0456\u0442");
        gateway.channel(2).receiveFrom(SOMEBODY, longText);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        kannel.inbound().stream().map(KannelModemInteropTest::text))
                .as(kannel::output)
                .containsExactlyInAnyOrder("To Kannel \u20ac", "\u041f\u0440\u0438\u0432\u0456\u0442", longText));
        assertThat(kannel.inbound()).allSatisfy(message -> assertThat(message).containsEntry("from", SOMEBODY));
    }

    /** The octets of the parameter, in the charset that Kannel names. */
    private static String text(Map<String, String> message) {
        byte[] octets = message.getOrDefault("text", "").getBytes(StandardCharsets.ISO_8859_1);
        return new String(
                octets,
                message.getOrDefault("charset", "").equals("UTF-16BE")
                        ? StandardCharsets.UTF_16BE
                        : StandardCharsets.UTF_8);
    }

    @Test
    void aRestartOfTheGatewayLosesNothingAndSendsNothingTwice() throws Exception {
        send(0, "before the restart", "before", Map.of());
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(kannel.reports("before")).as(kannel::output).contains(TAKEN));

        gateway.stop();
        gateway.channel(1).receiveFrom(SOMEBODY, "while it was down");
        send(2, "during the restart", "during", Map.of());
        gateway.restart();
        send(0, "after the restart", "after", Map.of());

        for (String tag : List.of("before", "during", "after")) {
            await(tag).atMost(PATIENCE).untilAsserted(() -> assertThat(kannel.reports(tag))
                    .as(kannel::output)
                    .contains(DELIVERED));
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(kannel.inbound().stream().map(KannelModemInteropTest::text))
                        .as(kannel::output)
                        .containsExactly("while it was down"));
        assertThat(gateway.texts())
                .containsExactlyInAnyOrder("before the restart", "during the restart", "after the restart");
    }
}
