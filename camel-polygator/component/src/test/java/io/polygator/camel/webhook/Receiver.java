package io.polygator.camel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern TEXT = Pattern.compile("\"event\":\"inbound\".*\"text\":\"([^\"]*)\"");

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
        return silentAt("/");
    }

    /** Answers nothing where the path begins so, and everything else at once. */
    static Receiver silentAt(String path) throws IOException {
        Receiver receiver = new Receiver("127.0.0.1", FINE);
        receiver.answerFromNowOn(exchange -> {
            if (exchange.getRequestURI().getPath().startsWith(path)) {
                await(receiver.end);
            } else {
                FINE.answer(exchange);
            }
        });
        return receiver;
    }

    /** Answers well, and only when the next request shows that the client has given this one up. */
    static Receiver answeringTooLate() throws IOException {
        Map<String, CountDownLatch> attempts = new ConcurrentHashMap<>();
        return new Receiver("127.0.0.1", exchange -> {
            CountDownLatch nextAttempt = new CountDownLatch(1);
            Optional.ofNullable(attempts.put(exchange.getRequestHeaders().getFirst("Webhook-id"), nextAttempt))
                    .ifPresent(CountDownLatch::countDown);
            await(nextAttempt);
            FINE.answer(exchange);
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the end of the test
        }
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

    /**
     * The texts of the inbound messages, of each event once, however often it was told: on a slow machine an answer may
     * come too late to count.
     */
    List<String> texts() {
        return texts(requests);
    }

    /** The same of the requests to one path. */
    List<String> textsAt(String path) {
        return texts(requests.stream()
                .filter(request -> request.target().equals(path))
                .toList());
    }

    /** Whether an event was told more than once. */
    boolean requestedAgain() {
        List<String> ids =
                requests.stream().map(request -> request.header("Webhook-id")).toList();
        return ids.size() > Set.copyOf(ids).size();
    }

    /** The same of some of the requests. */
    static List<String> texts(List<Request> requests) {
        Map<String, String> byEvent = new LinkedHashMap<>();
        for (Request request : requests) {
            Matcher text = TEXT.matcher(request.body());
            if (text.find()) {
                byEvent.put(request.header("Webhook-id"), text.group(1));
            }
        }
        return List.copyOf(byEvent.values());
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
