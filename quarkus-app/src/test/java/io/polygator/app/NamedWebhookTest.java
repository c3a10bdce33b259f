package io.polygator.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;

/** A webhook with a name of its own is the only one. */
@QuarkusTest
@TestProfile(NamedWebhookTest.Named.class)
class NamedWebhookTest {

    /** The webhook, and a place for the application. */
    public static final class Named implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Map<String, String> settings = new HashMap<>(WebhookReceiver.ownPlaces());
                settings.put("polygator.webhooks.crm.url", "http://127.0.0.1:1/sms");
                return settings;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Inject
    CamelContext camel;

    @Test
    void eventsAreNotLogged() {
        assertThat(camel.getRoute("http-send")).isNotNull();
        assertThat(camel.getRoute("inbound-log")).isNull();
        assertThat(camel.getRoute("report-log")).isNull();
    }
}
