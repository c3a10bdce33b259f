package io.polygator.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a section of the page about Kannel's place, with a web server of this machine for the one that they
 * name: what it is asked is kept, and it answers by the path.
 */
public final class KannelPageSite implements QuarkusTestResourceLifecycleManager {
    /** The argument with the section's heading. */
    static final String SECTION = "section";
    /** The setting that settings of tests name the server by. */
    static final String SERVER = "kannel-page-site";

    private static final String PAGE = "kannel-http.md";
    private static final String NAMED_BY_THE_PAGE = "https?://(example\\.org|localhost)/";
    private static final Map<String, String> ANSWERS = Map.of("/weather", "Sunny, 21 degrees", "/taxi", "It is coming");
    private static final List<Request> REQUESTS = new CopyOnWriteArrayList<>();

    private String section = "";
    private @Nullable HttpServer server;

    /**
     * What was asked.
     *
     * @param target path and query
     * @param headers the first of each name, which is written as HttpServer does: X-kannel-from
     */
    record Request(String method, String target, Map<String, String> headers, String body) {}

    @Override
    public void init(Map<String, String> arguments) {
        section = arguments.getOrDefault(SECTION, "");
    }

    @Override
    public Map<String, String> start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext("/", KannelPageSite::answer);
            started.start();
            server = started;
            String address = "http://127.0.0.1:" + started.getAddress().getPort() + "/";
            Map<String, String> settings = new HashMap<>();
            PageSettings.of(PAGE, section)
                    .forEach((name, value) -> settings.put(name, value.replaceAll(NAMED_BY_THE_PAGE, address)));
            settings.put("polygator.webhook.allowed-networks", "127.0.0.0/8");
            settings.put(SERVER, address);
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
            REQUESTS.add(new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    headers,
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            byte[] text =
                    ANSWERS.getOrDefault(exchange.getRequestURI().getPath(), "").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain");
            exchange.getResponseHeaders().set("X-Kannel-SMSC", "G24_1");
            exchange.sendResponseHeaders(200, text.length == 0 ? -1 : text.length);
            exchange.getResponseBody().write(text);
        }
    }

    /** What was asked so far, oldest first. */
    static List<Request> requests() {
        return List.copyOf(REQUESTS);
    }

    /** The targets of all that was asked whose path and query begin so. */
    static List<String> targets(String beginning) {
        return REQUESTS.stream()
                .map(Request::target)
                .filter(target -> target.startsWith(beginning))
                .toList();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
