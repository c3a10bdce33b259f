package io.polygator.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With a gateway and credentials configured there is neither a demo nor its account. */
@QuarkusTest
@QuarkusTestResource(WebhookReceiver.class)
@TestProfile(ConfiguredGatewayTest.Operated.class)
class ConfiguredGatewayTest {
    private final HttpApi api = new HttpApi("crm", "a long password");

    /** A gateway that is switched off, and one user. */
    public static final class Operated implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "camel.component.polygator.gateways.g8.address", "tcp:127.0.0.1:1-2",
                    "camel.component.polygator.gateways.g8.groups", "moscow",
                    "polygator.http.user", "crm",
                    "polygator.http.password", "a long password");
        }
    }

    @Test
    void theDemosAccountIsGone() {
        assertThat(HttpApi.demo().get("/v1/channels").status()).isEqualTo(401);
        assertThat(api.get("/v1/channels").status()).isEqualTo(200);
    }

    @Test
    void aGatewayThatCannotBeReachedIsShownWithItsAddressAndTheRemedy() {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            List<JsonNode> channels =
                    WebhookReceiver.elements(api.get("/v1/channels").json().path("channels"));
            assertThat(channels).hasSize(2).allSatisfy(channel -> {
                assertThat(channel.path("state").asText()).isEqualTo("connecting");
                assertThat(channel.path("detail").asText())
                        .contains("tcp:127.0.0.1:", "check `address` and that the gateway is on");
            });
        });
    }

    @Test
    void messagesAreTakenAndWait() {
        HttpApi.Answer accepted =
                api.post("/v1/messages", Map.of("to", "+380671234567", "text", "later", "group", "moscow"));

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(api.get("/v1/messages/" + accepted.text("id")).text("state")).isEqualTo("queued");
    }
}
