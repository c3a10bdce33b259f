package io.polygator.camel.doors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** An application that sends over HTTP and asks what became of its messages. Thread-safe. */
final class HttpShop {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String messages;
    private final String authorization;

    HttpShop(int port, String user, String password) {
        messages = "http://127.0.0.1:" + port + "/v1/messages";
        authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a text with a report and gives its id. */
    String send(String to, String text) throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(Map.of("to", to, "text", text, "report", true));
        HttpResponse<String> answer = call(
                request(messages).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
        if (answer.statusCode() != 202) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body()).path("id").asText();
    }

    /** The state of the message, {@code delivered} or another; {@code 404} if it is none of this application's. */
    String state(String id) throws IOException, InterruptedException {
        HttpResponse<String> answer = call(request(messages + "/" + id).GET());
        JsonNode status = JSON.readTree(answer.body());
        return answer.statusCode() == 200 ? status.path("state").asText() : String.valueOf(answer.statusCode());
    }

    private HttpRequest.Builder request(String uri) {
        return HttpRequest.newBuilder(URI.create(uri)).header("Authorization", authorization);
    }

    private HttpResponse<String> call(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
