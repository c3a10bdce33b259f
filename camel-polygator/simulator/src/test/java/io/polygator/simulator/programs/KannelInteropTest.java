package io.polygator.simulator.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.polygator.gsm.transport.LinkException;
import io.polygator.simulator.PolygatorSimulator;
import io.polygator.simulator.network.Latency;
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

/** The real Kannel uses simulated modules as the vendor's sample configuration tells it to use a board. */
@Tag("interop")
class KannelInteropTest {
    private static final int DELIVERED = 1;
    private static final String SOMEBODY = "+380677654321";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PolygatorSimulator simulator = PolygatorSimulator.builder()
            .channels(1)
            .firstPort(0)
            .sendLatency(Latency.none())
            .transitLatency(Latency.none())
            .build();
    private final Path folder;
    private Kannel kannel;

    KannelInteropTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    static void needsPrograms() {
        assumeThat(RequiredPrograms.missing("bearerbox", "smsbox")).isEmpty();
    }

    @BeforeEach
    void connect() throws LinkException {
        simulator.start();
        String port = simulator.addresses().get(0).replaceFirst(".*:", "");
        kannel = Kannel.start(
                folder,
                List.of(
                        List.of(
                                "group = smsc",
                                "smsc = at",
                                "smsc-id = sms_centre1",
                                "modemtype = m10",
                                "device = rawtcp",
                                "host = 127.0.0.1",
                                "port = " + port,
                                "speed = 115200",
                                "keepalive = 100"),
                        List.of("group = modems", "id = m10", "name = M10", "init-string = \"AT+CNMI=1,2,0,1,0\"")));
        kannel.awaitOnline("sms_centre1");
    }

    @AfterEach
    void disconnect() {
        kannel.close();
        simulator.close();
    }

    @Test
    void sendsAndHearsWhatBecameOfIt() {
        assertThat(kannel.send(SOMEBODY, "From Kannel \u20ac", "first", Map.of())
                        .status())
                .isEqualTo(202);

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(kannel.reports("first")).as(kannel::output).contains(DELIVERED));
        assertThat(simulator.air().entries()).singleElement().satisfies(entry -> assertThat(
                        entry.segment().userData().text())
                .contains("From Kannel \u20ac"));
    }

    @Test
    void receives() {
        simulator.channel(0).receiveFrom(SOMEBODY, "To Kannel");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(kannel.inbound())
                .as(kannel::output)
                .singleElement()
                .satisfies(message ->
                        assertThat(message).containsEntry("from", SOMEBODY).containsEntry("text", "To Kannel")));
    }
}
