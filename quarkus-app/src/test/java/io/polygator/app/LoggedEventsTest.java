package io.polygator.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;

/** A webhook is set, and events are to be logged nevertheless. */
@QuarkusTest
@QuarkusTestResource(WebhookReceiver.class)
@TestProfile(LoggedEventsTest.Logged.class)
class LoggedEventsTest {

    /** The setting. */
    public static final class Logged implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("polygator.log-events", "true");
        }
    }

    @Inject
    CamelContext camel;

    @Test
    void theRoutesThatLogAreThere() {
        assertThat(camel.getRoute("inbound-log")).isNotNull();
        assertThat(camel.getRoute("report-log")).isNotNull();
    }
}
