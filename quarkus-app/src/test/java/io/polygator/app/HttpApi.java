package io.polygator.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/** A client of the HTTP API. */
final class HttpApi {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final IntSupplier port;
    private final String credentials;

    /** Of the application that runs in this process. */
    HttpApi(String user, String password) {
        this(() -> ConfigProvider.getConfig().getValue("polygator.http.port", Integer.class), user, password);
    }

    private HttpApi(IntSupplier port, String user, String password) {
        this.port = port;
        credentials =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    static HttpApi demo() {
        return new HttpApi("demo", "demo");
    }

    /** Of an application that listens on this port. */
    static HttpApi at(int port, String user, String password) {
        return new HttpApi(() -> port, user, password);
    }

    /** An answer with its JSON. */
    record Answer(HttpResponse<String> response, JsonNode json) {
        int status() {
            return response.statusCode();
        }

        String text(String field) {
            return json.path(field).asText();
        }
    }

    Answer post(String path, Object body) {
        return post(path, write(body), Map.of());
    }

    Answer post(String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request.header("Content-Type", "application/json"));
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer put(String path, Object body) {
        return send(request(path).PUT(BodyPublishers.ofString(write(body))).header("Content-Type", "application/json"));
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** Any request, with headers as names and values in turn; JSON unless they say otherwise. */
    Answer send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = request(path)
                .method(
                        method,
                        body.isEmpty() && !method.equals("POST")
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(body))
                .setHeader("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    /** The answer as it came. */
    HttpResponse<String> raw(String path) {
        return send(client, request(path).GET());
    }

    /** The same of a request with a body of this type, or with none when it is empty. */
    HttpResponse<String> raw(String method, String path, String body, String contentType) {
        return send(
                client,
                request(path)
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .header("Content-Type", contentType));
    }

    /** The lines of an answer that does not end. */
    HttpResponse<Stream<String>> stream(String path) throws IOException {
        try {
            return client.send(request(path).GET().build(), BodyHandlers.ofLines());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** An answer of Quarkus' own port, where health and metrics are. */
    static Answer console(String path) {
        return console(ownConsole(), path);
    }

    static String consoleText(String path) {
        return consoleText(ownConsole(), path);
    }

    /** An answer of another application's console. */
    static Answer console(int port, String path) {
        HttpResponse<String> response = consoleResponse(port, path);
        return new Answer(response, read(response));
    }

    static String consoleText(int port, String path) {
        return consoleResponse(port, path).body();
    }

    private static int ownConsole() {
        return ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    }

    private static HttpResponse<String> consoleResponse(int port, String path) {
        return send(
                HttpClient.newHttpClient(),
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(Duration.ofSeconds(20)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.getAsInt() + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", credentials)
                .header("X-Echo", "must not come back");
    }

    private Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = send(client, request);
        return new Answer(response, read(response));
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("no JSON: " + response.body(), e);
        }
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
