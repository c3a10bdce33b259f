package io.polygator.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.polygator.simulator.programs.FreePort;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Somebody's web server that takes events; and free ports and an empty store for the application. */
public final class WebhookReceiver implements QuarkusTestResourceLifecycleManager {
    /** The first delivery of a text with this word in it is answered with 500. */
    static final String REFUSED_ONCE = "refuse-me-once";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<JsonNode> EVENTS = new CopyOnWriteArrayList<>();
    private static final Set<String> REFUSED = ConcurrentHashMap.newKeySet();

    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext("/events", WebhookReceiver::take);
            started.start();
            server = started;
            Map<String, String> settings = new HashMap<>(ownPlaces());
            settings.put(
                    "polygator.webhook.url",
                    "http://127.0.0.1:" + started.getAddress().getPort() + "/events");
            settings.put("polygator.webhook.allowed-networks", "127.0.0.1");
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ports and a store that no other application has. */
    static Map<String, String> ownPlaces() throws IOException {
        return Map.of(
                "polygator.http.port",
                String.valueOf(FreePort.any()),
                "polygator.demo.port",
                "0",
                "camel.component.polygator.store-file",
                emptyStore());
    }

    /** A database file that does not exist yet, in a directory of its own. */
    private static String emptyStore() throws IOException {
        Path target = Files.createDirectories(Path.of("target", "stores"));
        return Files.createTempDirectory(target, "store")
                .resolve("polygator.db")
                .toString();
    }

    private static void take(HttpExchange exchange) throws IOException {
        JsonNode event = JSON.readTree(exchange.getRequestBody());
        boolean refuse = event.path("text").asText().contains(REFUSED_ONCE)
                && REFUSED.add(event.path("id").asText());
        if (!refuse) {
            EVENTS.add(event);
        }
        exchange.sendResponseHeaders(refuse ? 500 : 204, -1);
        exchange.close();
    }

    /** The events taken so far. */
    static List<JsonNode> events() {
        return List.copyOf(EVENTS);
    }

    /** Whether an event of this kind for this message was refused before it was taken. */
    static boolean wasRefused(JsonNode event) {
        return REFUSED.contains(event.path("id").asText());
    }

    /** The headers or fields of a JSON array, for assertions. */
    static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
