package io.polygator.camel.kannel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.polygator.simulator.PolygatorSimulator;
import io.polygator.simulator.SimulatorBuilder;
import io.polygator.simulator.fault.Fault;
import io.polygator.simulator.fault.FaultPlan;
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

    /** +CMS ERROR: nothing that comes later changes it (3GPP TS 24.011 annex E). */
    private static final int UNASSIGNED_NUMBER = 1;

    /** Recipients by the tag of their message; numbers that end in zeros are not in use. */
    private static final Map<String, String> RECIPIENTS =
            Map.of("delivered", "+380677654321", "failed", "+380677000000");

    @BeforeAll
    static void needsPrograms() {
        assumeThat(RequiredPrograms.missing("bearerbox", "smsbox")).isEmpty();
    }

    @Test
    void dlrUrlsAreToldWhatKannelTells(@TempDir Path folder, @TempDir Path kannels) throws Exception {
        Map<String, List<String>> theirs = theirs(kannels, FaultPlan.none(), 2);

        assertThat(theirs.get("delivered")).containsExactly("8 ACK/ +380677654321", "1 Success +380677654321");
        assertThat(ours(folder, FaultPlan.none(), 2)).isEqualTo(theirs);
    }

    @Test
    void dlrUrlsAreToldThatTheNetworkStillTries(@TempDir Path folder, @TempDir Path kannels) throws Exception {
        FaultPlan phonesAreOff = FaultPlan.none().with(Fault.REPORT_TEMPORARY_FIRST, 1.0);
        Map<String, List<String>> theirs = theirs(kannels, phonesAreOff, 3);

        assertThat(theirs.get("delivered"))
                .containsExactly("8 ACK/ +380677654321", "4 Buffered +380677654321", "1 Success +380677654321");
        assertThat(ours(folder, phonesAreOff, 3)).isEqualTo(theirs);
    }

    @Test
    void dlrUrlsAreToldThatTheNetworkRefuses(@TempDir Path folder, @TempDir Path kannels) throws Exception {
        FaultPlan refusal = FaultPlan.none().with(Fault.ERROR, 1.0).withErrors(UNASSIGNED_NUMBER);
        Map<String, List<String>> theirs = theirs(kannels, refusal, 1);

        assertThat(theirs.get("delivered")).containsExactly("16 NACK/ +380677654321");
        assertThat(ours(folder, refusal, 1)).isEqualTo(theirs);
    }

    private static SimulatorBuilder modules(FaultPlan faults) {
        return PolygatorSimulator.builder()
                .channels(2)
                .firstPort(0)
                .sendLatency(Latency.none())
                .transitLatency(Latency.none())
                .faults(faults)
                .otherNumbers(
                        to -> to.value().endsWith("000000") ? NumberRule.Fate.UNOBTAINABLE : NumberRule.Fate.DELIVERED);
    }

    /** @param calls how many of each message are waited for */
    private static Map<String, List<String>> theirs(Path folder, FaultPlan faults, int calls) throws Exception {
        try (PolygatorSimulator simulator = modules(faults).build().start();
                Kannel kannel = Kannel.start(
                        folder,
                        List.of("sms-resend-freq = 1", "sms-resend-retry = 1"),
                        List.of(
                                KannelSendSmsInteropTest.modem(
                                        simulator.addresses().get(0), 1),
                                KannelSendSmsInteropTest.model()))) {
            kannel.awaitOnline("G24_1");
            RECIPIENTS.forEach((tag, to) ->
                    assertThat(kannel.send(to, "Hello", tag, Map.of()).status()).isEqualTo(202));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(kannel.reports()).hasSize(calls * RECIPIENTS.size()));
            return told(kannel.reports());
        }
    }

    /** @param calls how many of each message are waited for */
    private static Map<String, List<String>> ours(Path folder, FaultPlan faults, int calls) throws Exception {
        try (KannelCallbacks callbacks = new KannelCallbacks();
                KannelDoor door = KannelDoor.of(folder, modules(faults))
                        .callingThisMachine()
                        .withRoute("kannel-dlr")
                        .start()) {
            RECIPIENTS.forEach((tag, to) -> assertThat(door.sendSms("to=" + encoded(to)
                                    + "&text=Hello&dlr-mask=31&dlr-url=" + encoded(callbacks.reportUrl(tag)))
                            .status())
                    .isEqualTo(202));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(callbacks.reports()).hasSize(calls * RECIPIENTS.size()));
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
                                .map(report -> report.get("state") + " " + word(report.getOrDefault("answer", "")) + " "
                                        + report.get("to"))
                                .toList()));
        return told;
    }

    /** The reason behind {@code NACK/} is whoever's own. */
    private static String word(String answer) {
        return answer.replaceFirst("/.*", "/");
    }
}
