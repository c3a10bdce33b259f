package io.polygator.camel.kannel;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web server that keeps what it is asked, and answers as it is told. Thread-safe. */
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Integer> failures = new ConcurrentLinkedQueue<>();

    /**
     * A request as it came.
     *
     * @param body octets as ISO-8859-1
     */
    record Request(String method, String target, Map<String, List<String>> headers, String body) {}

    private record Answer(int status, String type, String body) {}

    private final Map<String, Map<String, String>> headers = new ConcurrentHashMap<>();

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
            requests.add(new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    body));
            Integer failure = failures.poll();
            Answer answer = answers.getOrDefault(exchange.getRequestURI().getPath(), new Answer(200, "text/plain", ""));
            byte[] octets = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            headers.getOrDefault(exchange.getRequestURI().getPath(), Map.of())
                    .forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(
                    failure == null ? answer.status() : failure, octets.length == 0 ? -1 : octets.length);
            exchange.getResponseBody().write(octets);
        }
    }

    /** The next requests are answered with these states. */
    Receiver failing(Integer... states) {
        failures.addAll(List.of(states));
        return this;
    }

    Receiver answering(String path, String type, String body) {
        answers.put(path, new Answer(200, type, body));
        return this;
    }

    /** Further headers of what is answered there. */
    Receiver withHeaders(String path, Map<String, String> more) {
        headers.put(path, more);
        return this;
    }

    String url(String pathAndQuery) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + pathAndQuery;
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    /** The paths with their queries. */
    List<String> targets() {
        return requests.stream().map(Request::target).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
