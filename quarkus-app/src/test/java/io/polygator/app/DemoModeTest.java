package io.polygator.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.polygator.app.HttpApi.Answer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(WebhookReceiver.class)
class DemoModeTest {
    private static final Duration SECONDS = Duration.ofSeconds(60);
    private static final String ANYBODY = "+380671234567";
    private static final String FIRST_SIM = "+380501234501";
    private static final String SECOND_SIM = "+380501234502";

    private final HttpApi api = HttpApi.demo();

    @BeforeEach
    void allChannelsAreRegistered() {
        await().atMost(SECONDS)
                .untilAsserted(() -> assertThat(channels()).hasSize(8).allSatisfy(channel -> assertThat(
                                channel.path("state").asText())
                        .isEqualTo("registered")));
    }

    @Test
    void aShortTextIsDelivered() {
        Answer accepted = api.post("/v1/messages", Map.of("to", ANYBODY, "text", "Hello"));

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.json().path("segments").asInt()).isEqualTo(1);
        assertThat(accepted.text("encoding")).isEqualTo("gsm7");
        isDelivered(accepted, 1);
    }

    @Test
    void aLongTextWithExtensionCharactersOnTheSegmentBoundariesArrivesAsItWas() {
        String text = "a".repeat(152) + "€" + "b".repeat(150) + "[" + "c".repeat(20);

        Answer accepted = api.post("/v1/messages", Map.of("to", SECOND_SIM, "text", text));

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.json().path("segments").asInt()).isEqualTo(3);
        isDelivered(accepted, 3);
        comesInAs(text, SECOND_SIM);
    }

    @Test
    void cyrillicWithEmojiArrivesAsItWas() {
        String text = "Привет 👋🏽 из Москвы 🎉";

        Answer accepted = api.post("/v1/messages", Map.of("to", FIRST_SIM, "text", text, "from", SECOND_SIM));

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.text("encoding")).isEqualTo("ucs2");
        isDelivered(accepted, 1);
        JsonNode event = comesInAs(text, FIRST_SIM);
        assertThat(event.path("from").asText()).isEqualTo(SECOND_SIM);
    }

    @Test
    void octetsAreSentToo() {
        Answer accepted = api.post("/v1/messages", Map.of("to", SECOND_SIM, "data", "CAFE01"));

        assertThat(accepted.text("encoding")).isEqualTo("octets");
        isDelivered(accepted, 1);
        await().atMost(SECONDS).untilAsserted(() -> assertThat(WebhookReceiver.events())
                .anySatisfy(event -> assertThat(event.path("data").asText()).isEqualTo("CAFE01")));
    }

    @Test
    void whatTheWebhookRefusesComesAgain() {
        String text = "please " + WebhookReceiver.REFUSED_ONCE;

        api.post("/v1/messages", Map.of("to", SECOND_SIM, "text", text));

        assertThat(WebhookReceiver.wasRefused(comesInAs(text, SECOND_SIM))).isTrue();
    }

    @Test
    void reportsReachTheWebhook() {
        Answer accepted = api.post("/v1/messages", Map.of("to", ANYBODY, "text", "report"));

        await().atMost(SECONDS)
                .untilAsserted(() -> assertThat(WebhookReceiver.events()).anySatisfy(event -> {
                    assertThat(event.path("event").asText()).isEqualTo("report");
                    assertThat(event.path("id").asText()).isEqualTo(accepted.text("id"));
                    assertThat(event.path("state").asText()).isEqualTo("delivered");
                }));
    }

    @Test
    void anArrayOfRecipientsIsAnsweredByAnArray() {
        Answer accepted =
                api.post("/v1/messages", Map.of("to", List.of(FIRST_SIM, "nobody", SECOND_SIM), "text", "to several"));

        assertThat(accepted.status()).isEqualTo(202);
        List<JsonNode> messages = WebhookReceiver.elements(accepted.json().path("messages"));
        assertThat(messages).hasSize(3);
        assertThat(messages.get(0).path("id").asText()).isNotEmpty();
        assertThat(messages.get(1).path("problem").path("field").asText()).isEqualTo("to");
        assertThat(messages.get(2).path("to").asText()).isEqualTo(SECOND_SIM);
    }

    @Test
    void theSameIdempotencyKeyIsTheSameMessage() {
        String body = "{\"to\":\"" + ANYBODY + "\",\"text\":\"once\"}";
        Map<String, String> key = Map.of("Idempotency-Key", "order-17");

        assertThat(api.post("/v1/messages", body, key).text("id"))
                .isEqualTo(api.post("/v1/messages", body, key).text("id"));
    }

    @Test
    void aMessageForLaterCanBeCancelledOnce() {
        String tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).toString();
        String id = api.post("/v1/messages", Map.of("to", ANYBODY, "text", "later", "sendAt", tomorrow))
                .text("id");

        assertThat(api.get("/v1/messages/" + id).text("state")).isEqualTo("queued");
        assertThat(api.delete("/v1/messages/" + id).text("state")).isEqualTo("cancelled");
        assertThat(api.get("/v1/messages/" + id).text("state")).isEqualTo("cancelled");
    }

    @Test
    void aMessageForLaterCanGetAnotherTextOrBeFollowed() {
        String soon = Instant.now().plus(1, ChronoUnit.DAYS).toString();
        String id = api.post("/v1/messages", Map.of("to", ANYBODY, "text", "at nine", "sendAt", soon, "doubt", "fail"))
                .text("id");

        assertThat(api.put("/v1/messages/" + id, Map.of("text", "at ten")).text("state"))
                .isEqualTo("queued");
        isProblem(api.put("/v1/messages/" + id, Map.of("txet", "at ten")), 400);
        isProblem(api.put("/v1/messages/99999999", Map.of("text", "x")), 404);
        List<JsonNode> entries = WebhookReceiver.elements(
                api.get("/v1/messages/" + id + "/timeline").json().path("entries"));
        assertThat(entries.get(0).path("detail").asText()).contains("http demo");
        isProblem(api.get("/v1/messages/99999999/timeline"), 404);
    }

    @Test
    void deadLettersCanBeListedAndAreNotFoundWhenThereAreNone() {
        assertThat(api.get("/v1/dead-letters").json().path("deadLetters").isArray())
                .isTrue();
        isProblem(api.get("/v1/dead-letters?limit=0"), 400);
        isProblem(api.post("/v1/dead-letters/webhook.default.events/4711/replay", "", Map.of()), 404);
        isProblem(api.delete("/v1/dead-letters/webhook.default.events/4711"), 404);
        isProblem(api.delete("/v1/dead-letters/webhook.default.events/x"), 404);
    }

    @Test
    void aMessageThatHasLeftCannotBeCancelled() {
        Answer accepted = api.post("/v1/messages", Map.of("to", ANYBODY, "text", "gone"));
        isDelivered(accepted, 1);

        assertThat(api.delete("/v1/messages/" + accepted.text("id")).status()).isEqualTo(409);
    }

    @Test
    void channelsShowModuleSimAndNetwork() {
        // another test resets a channel, which asks for operator and signal a little after it is registered again
        await().atMost(SECONDS).untilAsserted(() -> assertThat(channels()).allSatisfy(channel -> {
            assertThat(channel.path("name").asText()).startsWith("demo-");
            assertThat(channel.path("module").asText()).isEqualTo("M10");
            assertThat(channel.path("imei").asText()).matches("\\d{15}");
            assertThat(channel.path("imsi").asText()).matches("\\d{15}");
            assertThat(channel.path("iccid").asText()).matches("\\d{18,20}");
            assertThat(channel.path("operator").asText()).isNotEmpty();
            assertThat(channel.path("signal").asInt()).isBetween(-113, -51);
        }));
    }

    @Test
    void ussdIsAnswered() {
        Answer answer = api.post("/v1/channels/demo-3/ussd", Map.of("code", "*100#"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("text")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'to':'seven','text':'x'}|400|to|to is no phone number",
                "{'to':'+380671234567'}|400|text|give either text, or data",
                "{'to':'+380671234567','text':'x','txet':'y'}|400|txet|txet is unknown: known are channel, class",
                "{'to':'+380671234567','text':'x','channel':'g9-1'}|400|channel|there is no channel or gateway g9-1",
                "{'to':'+380671234567','text':'x','validity':'long'}|400|validity|validity must be seconds",
                "{'to':'+380671234567','text':'x','class':7}|400|class|class must be a number from 0 to 3",
                "{'to':'+380671234567','data':'xyz'}|400|data|data must be hexadecimal digits",
                "{'to':|400|body|the body is no JSON",
                "[]|400|body|the body must be a JSON object",
            })
    void aWrongRequestIsExplained(String body, int status, String field, String detail) {
        Answer answer = api.post("/v1/messages", body.replace('\'', '"'), Map.of());

        isProblem(answer, status);
        assertThat(answer.text("detail")).contains(detail);
        assertThat(answer.text("field")).isEqualTo(field == null ? "" : field);
    }

    @Test
    void anOverlongTextIsRefusedByName() {
        Answer answer = api.post("/v1/messages", Map.of("to", ANYBODY, "text", "x".repeat(40_000)));

        isProblem(answer, 400);
        assertThat(answer.text("field")).isEqualTo("text");
    }

    @Test
    void unknownMessagesAndChannelsAreNotFound() {
        isProblem(api.get("/v1/messages/99999999"), 404);
        isProblem(api.get("/v1/messages/x"), 404);
        isProblem(api.delete("/v1/messages/99999999"), 404);
        isProblem(api.post("/v1/channels/g9-1/ussd", Map.of("code", "*100#")), 404);
    }

    @Test
    void unknownPathsAndWrongMethodsAreProblems() {
        isProblem(api.get("/v1/nothing"), 404);
        Answer wrong = api.delete("/v1/messages");
        isProblem(wrong, 405);
        assertThat(wrong.response().headers().firstValue("Allow")).contains("GET, POST, OPTIONS");
    }

    @Test
    void wrongCredentialsOpenNothing() {
        Answer answer = new HttpApi("demo", "guess").get("/v1/channels");

        isProblem(answer, 401);
        assertThat(answer.response().headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("Basic"));
    }

    private static void isProblem(Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.response().headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.response().headers().map()).doesNotContainKeys("x-echo", "authorization");
    }

    private void isDelivered(Answer accepted, int segments) {
        await().atMost(SECONDS).untilAsserted(() -> {
            Answer status = api.get("/v1/messages/" + accepted.text("id"));
            assertThat(status.text("state")).isEqualTo("delivered");
            assertThat(WebhookReceiver.elements(status.json().path("segments")))
                    .hasSize(segments)
                    .allSatisfy(segment ->
                            assertThat(segment.path("channel").asText()).startsWith("demo-"));
            assertThat(status.response().headers().map()).doesNotContainKeys("x-echo", "authorization");
        });
    }

    private static JsonNode comesInAs(String text, String to) {
        await().atMost(SECONDS).until(() -> inbound(text).findAny().isPresent());
        JsonNode event = inbound(text).findAny().orElseThrow();
        assertThat(to).endsWith(event.path("to").asText());
        assertThat(event.path("complete").asBoolean()).isTrue();
        return event;
    }

    private static Stream<JsonNode> inbound(String text) {
        return WebhookReceiver.events().stream()
                .filter(event -> event.path("event").asText().equals("inbound")
                        && event.path("text").asText().equals(text));
    }

    private List<JsonNode> channels() {
        return WebhookReceiver.elements(api.get("/v1/channels").json().path("channels"));
    }
}
