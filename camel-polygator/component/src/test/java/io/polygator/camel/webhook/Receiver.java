package io.polygator.camel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Somebody's web server, which answers as a test says. */
final class Receiver implements AutoCloseable {

    /** What came. */
    record Request(String method, String target, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }
    }

    /** How it answers. */
    @FunctionalInterface
    interface Manner {
        void answer(HttpExchange exchange) throws IOException;
    }

    static final Manner FINE = exchange -> exchange.sendResponseHeaders(204, -1);
    static final Manner BROKEN = exchange -> exchange.sendResponseHeaders(500, -1);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Manner manner;

    Receiver(String address, Manner manner) throws IOException {
        this.manner = manner;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), 0), 0);
        server.createContext("/", this::take);
        server.setExecutor(threads);
        server.start();
    }

    /** Answers nothing as long as the receiver runs. */
    static Receiver silent() throws IOException {
        Receiver receiver = new Receiver("127.0.0.1", FINE);
        receiver.answerFromNowOn(exchange -> {
            try {
                receiver.end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return receiver;
    }

    static Manner redirectTo(String url) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", url);
            exchange.sendResponseHeaders(302, -1);
        };
    }

    void answerFromNowOn(Manner changed) {
        manner = changed;
    }

    private void take(HttpExchange exchange) throws IOException {
        requests.add(new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                Map.copyOf(exchange.getRequestHeaders()),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        manner.answer(exchange);
        exchange.close();
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    String url() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + "/sms";
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
