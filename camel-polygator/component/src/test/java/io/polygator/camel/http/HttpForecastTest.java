package io.polygator.camel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.polygator.simulator.PolygatorSimulator;
import io.polygator.simulator.network.Latency;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network so slow that what is sent waits, and clients who cannot wait. */
class HttpForecastTest {
    private static final String MESSAGES = "/v1/messages";
    private static final String HELLO = "{\"to\":\"+380677654321\",\"text\":\"Hello\"}";
    private static final String HURRIED = HELLO.replace("}", ",\"validity\":1}");

    private final HttpSite site = new HttpSite(
            PolygatorSimulator.builder().channels(1).sendLatency(Latency.of(Duration.ofHours(1))), List.of());

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        site.start(folder, "send", "channels", "list");
        await().atMost(Duration.ofSeconds(60)).until(() -> HttpSite.json(site.get(HttpSite.BOSS, "/v1/channels"))
                .findValuesAsText("state")
                .contains("registered"));
        for (int i = 0; i < 10; i++) {
            assertThat(site.post(HttpSite.BOSS, MESSAGES, HELLO).statusCode()).isEqualTo(202);
        }
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void whatWouldLeaveTooLateIsRefusedWithTheTimeWhenItWould() throws Exception {
        Instant asked = Instant.now();

        HttpResponse<String> refused = site.post(HttpSite.BOSS, MESSAGES, HURRIED);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = HttpSite.json(refused);
        assertThat(problem.path("code").asText()).isEqualTo("would_expire");
        assertThat(problem.path("field").asText()).isEqualTo("validity");
        assertThat(problem.path("remedy").asText()).isNotEmpty();
        assertThat(Instant.parse(problem.path("expectedAt").asText())).isAfter(asked.plusSeconds(1));
        assertThat(HttpSite.json(site.get(HttpSite.BOSS, MESSAGES)).path("messages"))
                .hasSize(10);
    }

    @Test
    void ofSeveralRecipientsEachIsToldSo() throws Exception {
        HttpResponse<String> refused = site.post(
                HttpSite.BOSS, MESSAGES, HURRIED.replace("\"+380677654321\"", "[\"+380677654321\",\"+380677654322\"]"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(HttpSite.json(refused).path("messages")).hasSize(2).allSatisfy(one -> {
            assertThat(one.path("problem").path("status").asInt()).isEqualTo(422);
            assertThat(one.path("problem").path("field").asText()).isEqualTo("validity");
            assertThat(one.path("problem").path("expectedAt").asText()).isNotEmpty();
        });
    }
}
