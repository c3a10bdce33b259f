package io.polygator.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What our pages tell people to type works, and is answered as they say. */
@QuarkusTest
@QuarkusTestResource(WebhookReceiver.class)
class ReadmeExamplesTest {
    private static final Duration SECONDS = Duration.ofSeconds(60);
    private static final Path TOP = Path.of("..");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(#[^)]*)?\\)");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private String lastId = "";
    private String lastSession = "";

    /** When nothing is registered, nobody can say when a message will leave. */
    @BeforeEach
    void allChannelsAreRegistered() {
        await().atMost(SECONDS).untilAsserted(() -> assertThat(
                        HttpApi.demo().get("/v1/channels").json().path("channels"))
                .hasSize(8)
                .allSatisfy(
                        channel -> assertThat(channel.path("state").asText()).isEqualTo("registered")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "camel-polygator/docs/http-api.md"})
    void everyCurlCommandIsAnsweredAsShown(String page) throws IOException {
        List<PageExample> examples = PageExample.of(TOP.resolve(page));

        assertThat(examples).isNotEmpty();
        examples.forEach(this::isAnsweredAsShown);
    }

    private void isAnsweredAsShown(PageExample example) {
        String command = example.command()
                .replace("{id}", lastId)
                .replace("{session}", lastSession)
                .replace("{tomorrow}", Instant.now().plus(1, ChronoUnit.DAYS).toString());
        CurlCommand curl = CurlCommand.parse(command);
        if (curl.method().equals("GET")) {
            await().atMost(SECONDS).untilAsserted(() -> isAnsweredAsShown(example, curl));
        } else {
            isAnsweredAsShown(example, curl);
        }
    }

    private void isAnsweredAsShown(PageExample example, CurlCommand curl) {
        HttpResponse<String> response = send(curl);
        assertThat(response.statusCode())
                .as(example + " answers " + response.body())
                .isEqualTo(example.status());
        JsonNode answer = json(response.body());
        JsonNode shown = json(example.answer());
        assertThat(fields(answer)).as(example.toString()).isEqualTo(fields(shown));
        assertThat(answer.path("state")).as(example.toString()).isEqualTo(shown.path("state"));
        assertThat(answer.path("detail").asText())
                .as(example.toString())
                .isEqualTo(shown.path("detail").asText());
        if (answer.has("id")) {
            lastId = answer.path("id").asText();
        }
        if (answer.has("session")) {
            lastSession = answer.path("session").asText();
        }
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        for (Path page : pages()) {
            for (Matcher link = LINK.matcher(Files.readString(page)); link.find(); ) {
                if (!link.group(1).startsWith("http")) {
                    Path target = page.resolveSibling(link.group(1));
                    assertThat(target).as("link in " + page).exists();
                }
            }
        }
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(TOP.resolve("README.md"), TOP.resolve("routes/README.md")));
        try (var docs = Files.walk(TOP.resolve("camel-polygator/docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
        }
        return pages;
    }

    private HttpResponse<String> send(CurlCommand curl) {
        int port = ConfigProvider.getConfig().getValue("polygator.http.port", Integer.class);
        try {
            return client.send(curl.request(port), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("no JSON: " + text, e);
        }
    }

    /** Where what stands, with its kind: {@code segments[].state STRING}; the elements of an array are taken together. */
    private static Set<String> fields(JsonNode json) {
        Set<String> fields = new TreeSet<>();
        collect("", json, fields);
        return fields;
    }

    private static void collect(String place, JsonNode json, Set<String> fields) {
        if (json.isObject()) {
            json.properties().forEach(field -> collect(place + "." + field.getKey(), field.getValue(), fields));
        } else if (json.isArray()) {
            json.forEach(element -> collect(place + "[]", element, fields));
        }
        fields.add(place + " " + json.getNodeType());
    }
}
