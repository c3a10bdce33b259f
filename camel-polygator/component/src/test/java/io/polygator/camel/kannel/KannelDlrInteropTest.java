package io.polygator.camel.kannel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.polygator.simulator.PolygatorSimulator;
import io.polygator.simulator.SimulatorBuilder;
import io.polygator.simulator.network.Latency;
import io.polygator.simulator.network.NumberRule;
import io.polygator.simulator.programs.Kannel;
import io.polygator.simulator.programs.KannelCallbacks;
import io.polygator.simulator.programs.RequiredPrograms;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same messages through the real Kannel and through us: what the DLR URLs are told. */
@Tag("interop")
class KannelDlrInteropTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** Recipients by the tag of their message; numbers that end in zeros are not in use. */
    private static final Map<String, String> RECIPIENTS =
            Map.of("delivered", "+380677654321", "failed", "+380677000000");

    @BeforeAll
    static void needsPrograms() {
        assumeThat(RequiredPrograms.missing("bearerbox", "smsbox")).isEmpty();
    }

    @Test
    void dlrUrlsAreToldWhatKannelTells(@TempDir Path folder, @TempDir Path kannels) throws Exception {
        Map<String, List<String>> theirs = theirs(kannels);

        assertThat(theirs.get("delivered")).contains("8 ACK/ +380677654321");
        assertThat(ours(folder)).isEqualTo(theirs);
    }

    private static SimulatorBuilder modules() {
        return PolygatorSimulator.builder()
                .channels(2)
                .firstPort(0)
                .sendLatency(Latency.none())
                .transitLatency(Latency.none())
                .otherNumbers(
                        to -> to.value().endsWith("000000") ? NumberRule.Fate.UNOBTAINABLE : NumberRule.Fate.DELIVERED);
    }

    private static Map<String, List<String>> theirs(Path folder) throws Exception {
        try (PolygatorSimulator simulator = modules().build().start();
                Kannel kannel = Kannel.start(
                        folder,
                        List.of(
                                KannelSendSmsInteropTest.modem(
                                        simulator.addresses().get(0), 1),
                                KannelSendSmsInteropTest.model()))) {
            kannel.awaitOnline("G24_1");
            RECIPIENTS.forEach((tag, to) ->
                    assertThat(kannel.send(to, "Hello", tag, Map.of()).status()).isEqualTo(202));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(kannel.reports()).hasSize(2 * RECIPIENTS.size()));
            return told(kannel.reports());
        }
    }

    private static Map<String, List<String>> ours(Path folder) throws Exception {
        try (KannelCallbacks callbacks = new KannelCallbacks();
                KannelDoor door = KannelDoor.of(folder, modules())
                        .callingThisMachine()
                        .withRoute("kannel-dlr")
                        .start()) {
            RECIPIENTS.forEach((tag, to) -> assertThat(door.sendSms("to=" + encoded(to)
                                    + "&text=Hello&dlr-mask=31&dlr-url=" + encoded(callbacks.reportUrl(tag)))
                            .status())
                    .isEqualTo(202));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(callbacks.reports()).hasSize(2 * RECIPIENTS.size()));
            return told(callbacks.reports());
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static Map<String, List<String>> told(List<Map<String, String>> reports) {
        Map<String, List<String>> told = new TreeMap<>();
        RECIPIENTS
                .keySet()
                .forEach(tag -> told.put(
                        tag,
                        reports.stream()
                                .filter(report -> tag.equals(report.get("tag")))
                                .map(report ->
                                        report.get("state") + " " + report.get("answer") + " " + report.get("to"))
                                .toList()));
        return told;
    }
}
