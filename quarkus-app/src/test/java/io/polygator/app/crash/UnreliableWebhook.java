package io.polygator.app.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Somebody's web server that takes events, now and then answers 500, and now and then hangs up without an answer. */
final class UnreliableWebhook implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int THREADS = 4;
    private static final double REFUSES = 0.04;
    private static final double HANGS_UP = 0.04;
    private static final int NO_CONTENT = 204;
    private static final int FAILED = 500;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Random random;
    private final Queue<JsonNode> taken = new ConcurrentLinkedQueue<>();

    UnreliableWebhook(long seed) throws IOException {
        random = new Random(seed);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/events", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/events";
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode event = JSON.readTree(exchange.getRequestBody());
        double chance = random.nextDouble();
        if (chance >= HANGS_UP) {
            boolean refuses = chance < HANGS_UP + REFUSES;
            if (!refuses) {
                taken.add(event);
            }
            exchange.sendResponseHeaders(refuses ? FAILED : NO_CONTENT, -1);
        }
        exchange.close();
    }

    /** The inbound messages that were taken, those that came again included. */
    Collection<JsonNode> inbound() {
        return ofKind("inbound");
    }

    /** The delivery reports that were taken, those that came again included. */
    Collection<JsonNode> reports() {
        return ofKind("report");
    }

    private List<JsonNode> ofKind(String kind) {
        return taken.stream()
                .filter(event -> event.path("event").asText().equals(kind))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
