package io.polygator.camel.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.polygator.gateway.account.MemoryAccounts;
import io.polygator.simulator.network.NumberRule.Fate;
import io.polygator.simulator.programs.FreePort;
import io.polygator.simulator.programs.Kannel;
import io.polygator.simulator.programs.RequiredPrograms;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real Kannel binds with {@code smsc = smpp}. */
@Tag("interop")
class KannelSmppInteropTest {
    private static final int DELIVERED = 1;
    private static final int FAILED = 2;
    private static final int TAKEN = 8;
    private static final String SOMEBODY = "+380677654321";
    private static final String NOBODY = "+380677000000";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private SmppGateway gateway;
    private Kannel kannel;

    @BeforeAll
    static void needsPrograms() {
        assumeThat(RequiredPrograms.missing("bearerbox", "smsbox")).isEmpty();
    }

    @BeforeEach
    void bind(@TempDir Path folder, @TempDir Path kannels) throws Exception {
        gateway = SmppGateway.start(
                folder,
                FreePort.any(),
                MemoryAccounts.demo(),
                network ->
                        network.otherNumbers(to -> to.display().equals(NOBODY) ? Fate.UNOBTAINABLE : Fate.DELIVERED));
        kannel = Kannel.start(
                kannels,
                List.of(List.of(
                        "group = smsc",
                        "smsc = smpp",
                        "smsc-id = polygator",
                        "host = 127.0.0.1",
                        "port = " + gateway.port(),
                        "transceiver-mode = yes",
                        "smsc-username = demo",
                        "smsc-password = demo",
                        "system-type = \"VMA\"",
                        "reconnect-delay = 1")));
        kannel.awaitOnline("polygator");
    }

    @AfterEach
    void unbind() {
        kannel.close();
        gateway.close();
    }

    @Test
    void gsm7Ucs2AndLongTextsLeaveAsTheyAreAndAreReported() {
        Map<String, String> texts = Map.of(
                "gsm7", "Hello, world! @[test]{} \u20ac",
                "ucs2", "\u041f\u0440\u0438\u0432\u0456\u0442 \u0437 Kannel",
                "long", "0123456789".repeat(40));
        texts.forEach((tag, text) -> assertThat(
                        kannel.send(SOMEBODY, text, tag, coding(tag)).status())
                .isEqualTo(202));

        texts.keySet().forEach(tag -> await(tag).atMost(PATIENCE).untilAsserted(() -> assertThat(kannel.reports(tag))
                .as(kannel::output)
                .contains(TAKEN, DELIVERED)));
        assertThat(gateway.texts()).contains(texts.get("gsm7"), texts.get("ucs2"));
        // Kannel submits segments and hears of each, of the first before the last has left
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(gateway.texts().stream()
                        .filter(text -> text.matches("\\d+"))
                        .reduce("", String::concat))
                .isEqualTo(texts.get("long")));
    }

    @Test
    void whatTheNetworkCannotDeliverIsReportedAsFailed() {
        assertThat(kannel.send(NOBODY, "Is anybody there?", "nobody", Map.of()).status())
                .isEqualTo(202);

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(kannel.reports("nobody")).as(kannel::output).contains(TAKEN, FAILED));
        assertThat(kannel.reports("nobody")).doesNotContain(DELIVERED);
    }

    private static Map<String, String> coding(String tag) {
        return tag.equals("ucs2") ? Map.of("coding", "2") : Map.of();
    }

    @Test
    void inboundMessagesReachKannelInBothAlphabets() {
        gateway.channel(0).receiveFrom(SOMEBODY, "To Kannel \u20ac");
        gateway.channel(1).receiveFrom(SOMEBODY, "\u041f\u0440\u0438\u0432\u0456\u0442");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(kannel.inbound().stream().map(KannelSmppInteropTest::text))
                        .as(kannel::output)
                        .containsExactlyInAnyOrder("To Kannel \u20ac", "\u041f\u0440\u0438\u0432\u0456\u0442"));
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
        kannel.send(SOMEBODY, "before the restart", "before", Map.of());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(kannel.reports("before")).contains(TAKEN));

        gateway.restart();
        assertThat(kannel.send(SOMEBODY, "after the restart", "after", Map.of()).status())
                .isEqualTo(202);

        for (String tag : List.of("before", "after")) {
            await(tag).atMost(PATIENCE).untilAsserted(() -> assertThat(kannel.reports(tag))
                    .as(kannel::output)
                    .contains(DELIVERED));
        }
        assertThat(gateway.texts()).containsExactlyInAnyOrder("before the restart", "after the restart");
    }
}
