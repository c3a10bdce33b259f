package io.polygator.camel.modem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheck.State;
import org.junit.jupiter.api.Test;

/** What an operator sees of virtual modems. */
class ModemHealthTest extends ModemTestSupport {
    private static final String SOMEBODY = "+380677654321";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Map<String, Object> details() {
        return gateway.health().call().getDetails();
    }

    private String clientsOf(int modem) {
        return "modem " + gateway.port(modem) + ".clients";
    }

    @Test
    void isUpWhileTheModemsListenAndDownWithTheAddressOtherwise() throws Exception {
        gateway = ModemGateway.start(folder, 1, 1, "");
        HealthCheck check = gateway.health();
        assertThat(check.isEnabled()).isTrue();
        assertThat(check.isReadiness()).isTrue();
        assertThat(check.isLiveness()).isFalse();
        assertThat(check.call().getState()).isEqualTo(State.UP);

        gateway.closeModems();

        assertThat(check.call().getState()).isEqualTo(State.DOWN);
        assertThat(check.call().getMessage()).contains("no virtual modems listen on tcp:127.0.0.1:" + gateway.port(0));
    }

    @Test
    void tellsHowManyClientsEachModemHas() throws Exception {
        gateway = ModemGateway.start(folder, 2, 2, "?channels=g");
        assertThat(details()).containsEntry(clientsOf(0), 0).containsEntry(clientsOf(1), 0);
        try (ModemClient one = ModemClient.connect(gateway.port(1));
                ModemClient other = ModemClient.connect(gateway.port(1))) {
            assertThat(one.command("AT") + other.command("AT")).contains("OK");
            assertThat(details()).containsEntry(clientsOf(0), 0).containsEntry(clientsOf(1), 2);
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(details()).containsEntry(clientsOf(1), 0));
    }

    @Test
    void tellsForHowManyEventsAModemHadNoRoom() throws Exception {
        gateway = ModemGateway.start(folder, 1, 1, "?capacity=1&maxWaiting=0");
        gateway.channel(0).receiveFrom(SOMEBODY, "has room");
        gateway.channel(0).receiveFrom(SOMEBODY, "has none");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(details())
                .containsEntry("modem " + gateway.port(0) + ".withoutRoom", 1L));
        assertThat(gateway.health().call().getState()).isEqualTo(State.UP);
    }
}
