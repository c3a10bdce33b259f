package io.polygator.app.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.polygator.app.crash.Order.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** A client of the HTTP API that expects the other side to die at any time. */
final class MessagesApi {
    static final String USER = "crash";
    static final String PASSWORD = "test";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration DEADLINE = Duration.ofSeconds(15);
    private static final int ACCEPTED = 202;
    private static final int NOT_FOUND = 404;
    private static final int OWN_FAULT = 500;
    private static final int UNAVAILABLE = 503;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String credentials =
            "Basic " + Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(UTF_8));
    private final int port;

    MessagesApi(int port) {
        this.port = port;
    }

    /** @throws IllegalStateException if the application answers what it never should */
    Answer submit(Order order) throws InterruptedException {
        HttpRequest.Builder request = request("/v1/messages")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(write(Map.of(
                        "to",
                        order.number(),
                        "text",
                        order.text(),
                        "doubt",
                        order.doubt().text()))));
        order.key().ifPresent(key -> request.header("Idempotency-Key", key));
        try {
            return answer(client.send(request.build(), BodyHandlers.ofString()));
        } catch (ConnectException e) {
            return new Answer.NotAsked();
        } catch (IOException e) {
            return new Answer.None();
        }
    }

    private static Answer answer(HttpResponse<String> response) throws IOException {
        return switch (response.statusCode()) {
            case ACCEPTED ->
                new Answer.Accepted(JSON.readTree(response.body()).path("id").asText());
            case UNAVAILABLE -> new Answer.Refused();
            case OWN_FAULT -> new Answer.None();
            default ->
                throw new IllegalStateException(
                        "POST /v1/messages was answered " + response.statusCode() + " " + response.body());
        };
    }

    /** What the application says about a message; a missing node when it does not know it. */
    JsonNode status(String id) throws IOException, InterruptedException {
        HttpResponse<String> response = get("/v1/messages/" + id);
        if (response.statusCode() == NOT_FOUND) {
            return MissingNode.getInstance();
        }
        return JSON.readTree(response.body());
    }

    /** What happened to a message, for people. */
    String timeline(String id) throws IOException, InterruptedException {
        return get("/v1/messages/" + id + "/timeline").body();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(DEADLINE)
                .header("Authorization", credentials);
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
