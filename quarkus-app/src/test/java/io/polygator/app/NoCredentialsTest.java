package io.polygator.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.app.HttpApi.Answer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A gateway is configured and no credentials are: nobody gets in, and everybody learns what to set. */
@QuarkusTest
@QuarkusTestResource(WebhookReceiver.class)
@TestProfile(NoCredentialsTest.GatewayOnly.class)
class NoCredentialsTest {

    /** A gateway that is configured and not there. */
    public static final class GatewayOnly implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("camel.component.polygator.gateways.g8.address", "tcp:127.0.0.1:1");
        }
    }

    @Test
    void theProblemSaysWhatToSet() {
        for (HttpApi api : new HttpApi[] {HttpApi.demo(), new HttpApi("", "")}) {
            Answer answer = api.get("/v1/channels");

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.text("remedy"))
                    .isEqualTo(
                            "set polygator.http.user and polygator.http.password, or camel.component.polygator.accounts-file");
        }
        assertThat(HttpApi.demo()
                        .post("/v1/messages", Map.of("to", "+380671234567", "text", "x"))
                        .status())
                .isEqualTo(503);
    }
}
