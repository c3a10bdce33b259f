package io.polygator.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.polygator.app.ContractDocument.Operation;
import io.polygator.app.ContractDocument.Parameter;
import io.polygator.app.ContractSamples.Wrong;
import io.polygator.app.HttpApi.Answer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The OpenAPI document and the application say the same, and no request that it describes ends in a fault of ours. */
@QuarkusTest
@QuarkusTestResource(WebhookReceiver.class)
class ContractTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Pattern ROUTE = Pattern.compile(
            "uri: netty-http:http://\\{\\{polygator.http.host}}:\\{\\{polygator.http.port}}(/v1\\S*)\\s+parameters:\\s+"
                    + "httpMethodRestrict: (\\w+)");
    /** Documented once for all operations. */
    private static final Set<Integer> EVERYWHERE = Set.of(401, 403, 405, 429, 503);

    private final HttpApi api = HttpApi.demo();
    private ContractDocument document;
    private ContractSamples samples;

    @BeforeEach
    void readTheDocument() {
        document = new ContractDocument(api.get("/openapi.json").json());
        samples = new ContractSamples(document);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        api.get("/v1/channels").json().path("channels").valueStream())
                .allSatisfy(
                        channel -> assertThat(channel.path("state").asText()).isEqualTo("registered")));
    }

    @Test
    void theDocumentIsServedAsItIsWritten() throws IOException {
        String yaml = api.raw("/openapi.yaml").body();

        assertThat(YAML.readTree(yaml)).isEqualTo(document.root());
        assertThat(document.root().path("openapi").asText()).startsWith("3.1");
    }

    @Test
    void everyRouteIsDocumentedAndEveryOperationHasARoute() throws IOException {
        Set<String> routes = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("..", "routes"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".yaml")).toList()) {
                for (Matcher route = ROUTE.matcher(Files.readString(file)); route.find(); ) {
                    routes.add(route.group(2) + " " + route.group(1));
                }
            }
        }

        Set<String> documented = new TreeSet<>();
        document.operations().forEach(operation -> documented.add(operation.toString()));
        assertThat(documented).isEqualTo(routes).isNotEmpty();
    }

    @Test
    void everyOperationIsThere() {
        for (Operation operation : document.operations()) {
            // wrong ones would be guesses, after which nobody gets in from this address for a while
            Answer unauthorized = api.send(
                    operation.method(), url(operation, Map.of()), "{}", "Authorization", "Digest is not read here");

            assertThat(unauthorized.status()).as(operation.toString()).isEqualTo(401);
            isAsDocumented(operation, unauthorized);
        }
    }

    @Test
    void everyParameterHasAnExampleThatFits() {
        List<Parameter> parameters = document.operations().stream()
                .flatMap(operation -> operation.parameters().stream())
                .toList();

        assertThat(parameters).isNotEmpty().allSatisfy(parameter -> assertThat(
                        document.validate(parameter.schema(), parameter.example()))
                .as(parameter.name())
                .isEmpty());
    }

    @Test
    void whatIsRequiredIsMissedByItsName() {
        int missed = 0;
        for (Operation operation : document.operations()) {
            assertThat(operation.parameters("path")).as(operation.toString()).allMatch(Parameter::required);
            for (Parameter parameter : operation.parameters("query")) {
                if (parameter.required()) {
                    String others = query(operation, other -> !other.equals(parameter));
                    Answer answer = api.send(operation.method(), url(operation, Map.of()) + others, "");

                    assertThat(answer.status())
                            .as(operation + " " + answer.json())
                            .isEqualTo(400);
                    assertThat(answer.text("field")).as(operation.toString()).isEqualTo(parameter.name());
                    isAsDocumented(operation, answer);
                    missed++;
                }
            }
        }
        assertThat(missed).isPositive();
    }

    /** A request with all parameters that have no need to be there; those in the path name what is there. */
    @Test
    void everyParameterIsTaken() {
        int taken = 0;
        for (Operation operation : document.operations()) {
            List<Parameter> queries = operation.parameters("query");
            List<Parameter> headers = operation.parameters("header");
            if (document.isStream(operation) || queries.isEmpty() && headers.isEmpty()) {
                continue;
            }
            String body = operation.hasBody() ? samples.right(operation.body()).toString() : "";
            String[] examples = headers.stream()
                    .flatMap(header -> Stream.of(header.name(), header.example().asText()))
                    .toArray(String[]::new);
            String url = url(operation, existing(operation)) + query(operation, any -> true);
            Answer answer = api.send(operation.method(), url, body, examples);

            assertThat(answer.status()).as(url + " " + answer.json()).isBetween(200, 299);
            isAsDocumented(operation, answer);
            taken += queries.size() + headers.size();
        }
        assertThat(taken).isGreaterThan(15);
    }

    /** The examples of those that are wanted. */
    private static String query(Operation operation, Predicate<Parameter> wanted) {
        String query = operation.parameters("query").stream()
                .filter(wanted)
                .map(one -> one.name() + "=" + URLEncoder.encode(one.example().asText(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    @Test
    void whatIsRightIsDone() {
        for (Operation operation : document.operations()) {
            if (document.isStream(operation)) {
                continue;
            }
            List<JsonNode> bodies = operation.hasBody() ? samples.rightOnes(operation.body()) : List.of();
            for (JsonNode body : bodies) {
                assertThat(document.validate(operation.body(), body))
                        .as(operation + " " + body)
                        .isEmpty();
                Answer answer = api.send(operation.method(), url(operation, existing(operation)), body.toString());
                assertThat(answer.status())
                        .as(operation + " " + body + " " + answer.json())
                        .isBetween(200, 299);
                isAsDocumented(operation, answer);
                endUssd(answer);
            }
            if (bodies.isEmpty()) {
                Answer answer = api.send(operation.method(), url(operation, existing(operation)), "");
                boolean findsNothing = operation.path().startsWith("/v1/dead-letters/");
                assertThat(answer.status())
                        .as(operation + " " + answer.json())
                        .isBetween(findsNothing ? 404 : 200, findsNothing ? 404 : 299);
                isAsDocumented(operation, answer);
            }
        }
    }

    @Test
    void whatIsStreamedBeginsAndIsWhatTheDocumentSays() throws IOException {
        List<Operation> streams =
                document.operations().stream().filter(document::isStream).toList();

        assertThat(streams).extracting(Operation::toString).containsExactly("GET /v1/events");
        HttpResponse<Stream<String>> answer = api.stream("/v1/events" + query(streams.get(0), any -> true));
        try (Stream<String> lines = answer.body()) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
            api.post("/v1/messages", Map.of("to", "+380671234567", "text", "streamed"));
            assertThat(lines.filter(line -> line.startsWith("event: ")).findFirst())
                    .contains("event: report");
        }
    }

    @Test
    void everyWrongBodyIsRefusedByTheNameOfItsField() {
        int refused = 0;
        for (Operation operation : document.operations()) {
            if (!operation.hasBody()) {
                continue;
            }
            String url = url(operation, Map.of("id", laterMessage(), "name", "demo-6"));
            for (Wrong wrong : samples.wrongOnes(operation.body())) {
                Answer answer = api.send(operation.method(), url, wrong.body().toString());

                assertThat(answer.status())
                        .as(operation + " " + wrong + " " + answer.json())
                        .isEqualTo(400);
                assertThat(answer.text("field"))
                        .as(operation + " " + wrong + " " + answer.json())
                        .satisfies(field -> assertThat(field.equals(wrong.field())
                                        || field.startsWith(wrong.field() + ".")
                                        || field.startsWith(wrong.field() + "[")
                                        || mayBeNamedInstead(wrong.field(), field))
                                .isTrue());
                isAsDocumented(operation, answer);
                refused++;
            }
            refused += wrongAsAWhole(operation, url);
        }
        assertThat(refused).isGreaterThan(150);
    }

    /** What two fields are together may be the one's fault or the other's. */
    private static boolean mayBeNamedInstead(String wrong, String named) {
        return Set.of("data", "text").contains(wrong) && Set.of("data", "text").contains(named)
                || Set.of("destinationPort", "sourcePort").contains(wrong) && named.equals("destinationPort");
    }

    private int wrongAsAWhole(Operation operation, String url) {
        for (String body : List.of("", "{", "[]", "7", "null", "\"x\"", "{\"a\":1}{", "{}}", "\u0000")) {
            Answer answer = api.send(operation.method(), url, body);
            assertThat(answer.status()).as(operation + " " + body).isEqualTo(400);
            assertThat(answer.text("field")).as(operation + " " + body).isNotEmpty();
            isAsDocumented(operation, answer);
        }
        Answer large = api.send(operation.method(), url, "{\"text\":\"" + "x".repeat(300_000) + "\"}");
        assertThat(large.status()).as(operation.toString()).isEqualTo(413);
        isAsDocumented(operation, large);
        Answer form = api.send(operation.method(), url, "text=x", "Content-Type", "application/x-www-form-urlencoded");
        assertThat(form.status()).as(operation.toString()).isEqualTo(415);
        isAsDocumented(operation, form);
        return 11;
    }

    @Test
    void everyWrongParameterIsRefusedByItsName() {
        int refused = 0;
        for (Operation operation : document.operations()) {
            for (Parameter parameter : operation.parameters("query")) {
                for (JsonNode value : samples.values(parameter.schema())) {
                    if (fitsAsText(parameter, value)) {
                        continue;
                    }
                    refused += isRefused(operation, parameter.name(), parameter.name(), value.asText());
                }
                refused += isRefused(operation, parameter.name(), parameter.name(), "1&" + parameter.name() + "=1");
            }
            if (!operation.parameters("query").isEmpty()) {
                refused += isRefused(operation, "colour", "colour", "red");
            }
            for (Parameter parameter : operation.parameters("header")) {
                Answer answer = api.send(
                        operation.method(),
                        url(operation, Map.of()),
                        samples.right(operation.body()).toString(),
                        parameter.name(),
                        "x".repeat(parameter.schema().path("maxLength").asInt() + 1));
                assertThat(answer.status()).as(operation + " " + answer.json()).isEqualTo(400);
                assertThat(answer.text("field")).isEqualTo(parameter.name());
                refused++;
            }
            for (Parameter parameter : operation.parameters("path")) {
                String wrong = parameter.name().equals("subscription") ? "none" : "%21x";
                Answer answer = api.send(
                        operation.method(),
                        url(operation, Map.of(parameter.name(), wrong)),
                        operation.hasBody() ? samples.right(operation.body()).toString() : "");
                assertThat(answer.status()).as(operation + " " + answer.json()).isEqualTo(404);
                isAsDocumented(operation, answer);
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(80);
    }

    private int isRefused(Operation operation, String field, String name, String value) {
        String encoded = value.contains("&") ? value : URLEncoder.encode(value, StandardCharsets.UTF_8);
        Answer answer = api.send(operation.method(), url(operation, Map.of()) + "?" + name + "=" + encoded, "");
        assertThat(answer.status())
                .as(operation + " " + name + "=" + value + " " + answer.json())
                .isEqualTo(400);
        assertThat(answer.text("field"))
                .as(operation + " " + name + "=" + value)
                .isEqualTo(field);
        isAsDocumented(operation, answer);
        return 1;
    }

    /** A query holds texts only: 7 is a text there, too. Dates are left to the application, since a schema knows none. */
    private boolean fitsAsText(Parameter parameter, JsonNode value) {
        boolean isText = parameter.schema().path("type").asText().equals("string");
        return value.isContainerNode()
                || isText
                        && document.validate(parameter.schema(), JsonNodeFactory.instance.textNode(value.asText()))
                                .isEmpty();
    }

    private void isAsDocumented(Operation operation, Answer answer) {
        String type = answer.response().headers().firstValue("Content-Type").orElse("");
        assertThat(answer.status()).as(operation + " " + answer.json()).isLessThan(500);
        JsonNode schema = document.answer(operation, answer.status(), type);
        if (EVERYWHERE.contains(answer.status())) {
            schema = document.resolved(document.root().at("/components/schemas/Problem"));
        }
        assertThat(schema.isMissingNode())
                .as("%s: %d %s is not documented: %s", operation, answer.status(), type, answer.json())
                .isFalse();
        assertThat(document.validate(schema, answer.json()))
                .as("%s: %d %s", operation, answer.status(), answer.json())
                .isEmpty();
    }

    /** Path values that name what is there. */
    private Map<String, String> existing(Operation operation) {
        if (operation.path().startsWith("/v1/ussd-sessions/{id}")) {
            return Map.of("id", openSession());
        }
        String channel = operation.id().equals("reset") ? "demo-5" : "demo-7";
        return Map.of("id", laterMessage(), "name", channel, "subscription", "webhook-inbound", "number", "4711");
    }

    private String laterMessage() {
        String tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).toString();
        return api.post("/v1/messages", Map.of("to", "+380501234502", "text", "later", "sendAt", tomorrow))
                .text("id");
    }

    private String openSession() {
        return api.post("/v1/ussd-sessions", Map.of("channel", "demo-8", "code", "*101#"))
                .text("session");
    }

    private void endUssd(Answer answer) {
        if (answer.json().has("session")) {
            api.delete("/v1/ussd-sessions/" + answer.text("session"));
        }
    }

    private static String url(Operation operation, Map<String, String> values) {
        String url = operation.path();
        for (Parameter parameter : operation.parameters("path")) {
            url = url.replace("{" + parameter.name() + "}", values.getOrDefault(parameter.name(), "1"));
        }
        return url;
    }
}
