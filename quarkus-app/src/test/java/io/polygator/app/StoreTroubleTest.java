package io.polygator.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.polygator.app.HttpApi.Answer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Somebody locks the database: the application says so to whom it concerns, and goes on afterwards. */
@QuarkusTest
@QuarkusTestResource(WebhookReceiver.class)
class StoreTroubleTest {
    private static final Duration SECONDS = Duration.ofSeconds(60);
    private static final Map<String, String> HELLO = Map.of("to", "+380671234567", "text", "Hello");

    private final HttpApi api = HttpApi.demo();

    @Test
    void aMessageThatCannotBeStoredIsRefusedAndTheNextOneIsTaken() throws SQLException {
        assertThat(api.post("/v1/messages", HELLO).status()).isEqualTo(202);

        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + storeFile());
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            Answer refused = api.post("/v1/messages", HELLO);

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.text("detail"))
                    .startsWith("the message was not accepted: ")
                    .contains("another process holds a lock on it");
            assertThat(refused.response().headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.response().headers().firstValue("Content-Type")).contains("application/problem+json");
            Answer health = HttpApi.console("/q/health/ready");
            assertThat(health.status()).isEqualTo(503);
            assertThat(check(health).path("status").asText()).isEqualTo("DOWN");
            assertThat(check(health).toString()).contains("another process holds a lock on it");
        }

        await().atMost(SECONDS)
                .untilAsserted(() ->
                        assertThat(api.post("/v1/messages", HELLO).status()).isEqualTo(202));
        Answer health = HttpApi.console("/q/health/ready");
        assertThat(check(health).path("status").asText()).isEqualTo("UP");
        assertThat(HttpApi.consoleText("/q/metrics"))
                .containsPattern("polygator_store_refusals_total [1-9]")
                .contains("polygator_dead_letters 0.0", "polygator_smpp_binds 0.0");
    }

    private static JsonNode check(Answer health) {
        return WebhookReceiver.elements(health.json().path("checks")).stream()
                .filter(check -> check.toString().contains("polygator-store"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no check of the store in " + health.json()));
    }

    private static String storeFile() {
        return ConfigProvider.getConfig().getValue("camel.component.polygator.store-file", String.class);
    }
}
