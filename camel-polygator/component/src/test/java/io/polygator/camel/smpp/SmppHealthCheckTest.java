package io.polygator.camel.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Objects;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckAware;
import org.jsmpp.bean.BindType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the check of a consumer says of its server, and what the component counts for metrics. */
class SmppHealthCheckTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private SmppDoor door;

    @BeforeEach
    void open() throws Exception {
        door = SmppDoor.open("", "none");
    }

    @AfterEach
    void close() {
        door.close();
    }

    private HealthCheck check() {
        return Objects.requireNonNull(((HealthCheckAware) door.consumer()).getHealthCheck(), "the consumer's check");
    }

    @Test
    void isUpWhileTheServerListensAndDownWhileItDoesNot() throws Exception {
        HealthCheck check = check();
        assertThat(check.getId()).isEqualTo("consumer:smpp-server");
        assertThat(check.call().getState()).isEqualTo(State.UP);
        assertThat(check.call().getDetails()).containsEntry("binds", 0);

        door.stopRoute();
        assertThat(check.call().getState()).isEqualTo(State.DOWN);
        assertThat(check.call().getMessage()).contains("no SMPP server listens on 127.0.0.1:0");

        door.startRoute();
        assertThat(check.call().getState()).isEqualTo(State.UP);
    }

    @Test
    void aRestartOfTheApplicationIsNotAskedFor() {
        assertThat(check().isReadiness()).isTrue();
        assertThat(check().isLiveness()).isFalse();
    }

    @Test
    void tellsWhoIsBoundAndTheComponentCountsThem() throws Exception {
        try (TestEsme transceiver = TestEsme.bind(door.port(), "demo", "demo", BindType.BIND_TRX);
                TestEsme receiver = TestEsme.bind(door.port(), "demo", "demo", BindType.BIND_RX)) {
            assertThat(transceiver.submit("380677654321", "hello")).isEqualTo("1001");

            assertThat(check().call().getDetails())
                    .containsEntry("binds", 2)
                    .containsEntry("bind.1", "demo TRANSCEIVER V3_4")
                    .containsEntry("bind.2", "demo RECEIVER V3_4");
            assertThat(door.component().binds()).hasSize(2);
            assertThat(receiver.session().getSessionState().isBound()).isTrue();
        }
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(check().call().getDetails()).containsEntry("binds", 0);
            assertThat(door.component().binds()).isEmpty();
        });
    }
}
