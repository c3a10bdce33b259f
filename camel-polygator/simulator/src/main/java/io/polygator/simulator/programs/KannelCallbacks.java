package io.polygator.simulator.programs;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The web server that Kannel, or who speaks as it does, calls: with the state of messages that were sent, and with what
 * came in. Thread-safe.
 */
public final class KannelCallbacks implements AutoCloseable {
    private static final String REPORTS = "/dlr";
    private static final String INBOUND = "/inbound";

    private final HttpServer server;
    private final List<Map<String, String>> reports = new CopyOnWriteArrayList<>();
    private final List<Map<String, String>> inbound = new CopyOnWriteArrayList<>();

    /** Serves on a free port of this machine. */
    public KannelCallbacks() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(REPORTS, exchange -> keep(exchange, reports));
        server.createContext(INBOUND, exchange -> keep(exchange, inbound));
        server.start();
    }

    /** The URL for {@code dlr-url}; the tag comes back with each report. */
    public String reportUrl(String tag) {
        return address() + REPORTS + "?tag=" + tag + "&state=%d&answer=%A&to=%p&smsc=%i";
    }

    /** The URL for {@code get-url}. */
    public String inboundUrl() {
        return address() + INBOUND + "?from=%p&to=%P&text=%b&charset=%C&coding=%c&smsc=%i&udh=%u";
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The parameters of each call about a message that was sent, oldest first. */
    public List<Map<String, String>> reports() {
        return List.copyOf(reports);
    }

    /** The same about messages that came in. */
    public List<Map<String, String>> inbound() {
        return List.copyOf(inbound);
    }

    private static void keep(HttpExchange exchange, List<Map<String, String>> kept) throws IOException {
        try (exchange) {
            kept.add(parameters(exchange.getRequestURI().getRawQuery()));
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            parameters.put(
                    pair.substring(0, equals),
                    URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.ISO_8859_1));
        }
        return parameters;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
