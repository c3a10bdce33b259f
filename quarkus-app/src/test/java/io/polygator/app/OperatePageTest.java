package io.polygator.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page for those who watch the application names what there is to see. */
@QuarkusTest
class OperatePageTest {
    private static final Path PAGE = Path.of("..", "camel-polygator", "docs", "operate.md");
    private static final Duration SECONDS = Duration.ofSeconds(60);
    private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| `([^`]+)`");
    private static final Pattern METRIC = Pattern.compile("(?m)^(polygator_\\w+)");

    /** Only under the controller that keeps a failed route away from the others, which tests do without. */
    private static final String ROUTE_CONTROLLER = "route-controller";

    private final HttpApi api = HttpApi.demo();

    private static List<String> table(String heading) throws IOException {
        String section =
                Files.readString(PAGE).split("## " + heading + "\n", 2)[1].split("\n## ", 2)[0];
        return FIRST_CELL.matcher(section).results().map(cell -> cell.group(1)).toList();
    }

    @Test
    void theMetricsAreThoseOfThePage() throws IOException {
        assertThat(api.post("/v1/messages", Map.of("to", "+380501234502", "text", "Counted"))
                        .status())
                .isEqualTo(202);
        await().atMost(SECONDS).untilAsserted(() -> assertThat(HttpApi.consoleText("/q/metrics"))
                .contains("polygator_messages_total{")
                .containsPattern("polygator_channel_registered\\{channel=\"[^\"]+\"} 1\\.0")
                .containsPattern("polygator_channel_signal_dBm\\{channel=\"[^\"]+\"} -\\d+"));

        assertThat(served()).isEqualTo(Set.copyOf(table("Metrics")));
    }

    private static Set<String> served() {
        return METRIC.matcher(HttpApi.consoleText("/q/metrics"))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    @Test
    void theChecksAreThoseOfThePage() throws IOException {
        List<String> checks = WebhookReceiver.elements(
                        HttpApi.console("/q/health").json().path("checks"))
                .stream()
                .map(check -> check.path("name"))
                .map(JsonNode::asText)
                .toList();
        assertThat(table("Health")).containsAll(checks);
        assertThat(checks)
                .containsAll(table("Health").stream()
                        .filter(check -> !check.equals(ROUTE_CONTROLLER))
                        .toList());
    }

    @Test
    void theLinesOfTheLogAreThoseOfThePage() throws IOException {
        String sources = sources();
        assertThat(table("What the log says"))
                .hasSizeGreaterThan(10)
                .allSatisfy(line -> assertThat(sources.contains(line)).as(line).isTrue());
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String module : List.of(
                ".", "../camel-polygator/component", "../camel-polygator/gateway", "../camel-polygator/gsm-modem")) {
            try (Stream<Path> files = Files.walk(Path.of(module, "src", "main", "java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    all.append(Files.readString(file, UTF_8));
                }
            }
        }
        return all.toString();
    }
}
