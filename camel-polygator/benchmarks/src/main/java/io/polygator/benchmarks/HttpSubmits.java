package io.polygator.benchmarks;

import io.polygator.simulator.programs.Kannel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How many messages per second are taken for good over HTTP, by {@code POST /v1/messages} and by {@code /cgi-bin/sendsms},
 * beside the sendsms of the real Kannel, which does not wait for its disk. The same client asks all three; nothing of what
 * it sends can leave.
 */
public final class HttpSubmits {
    private static final List<Integer> CONNECTIONS = List.of(1, 16, 64);
    private static final int RUNS = 3;
    private static final long RUN_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final int WARM_UP_CONNECTIONS = 64;
    private static final int WARM_UP_REQUESTS = 100_000;
    private static final int MOST_WARM_UPS = 15;
    private static final String MESSAGE = "{\"to\":\"+380677654321\",\"text\":\"Your order is ready\"}";
    private static final String SENDSMS = "to=%2B380677654321&text=Your+order+is+ready";

    private HttpSubmits() {}

    public static void main(String[] arguments) throws Exception {
        try (BenchmarkStores stores = BenchmarkStores.here()) {
            System.out.println(Machine.describe(stores.folder()));
            System.out.println("| connections | server | per second (lowest to highest) | p50 | p99 |");
            System.out.println("|---|---|---|---|---|");
            for (int connections : CONNECTIONS) {
                try (HttpServers server = HttpServers.start(stores.emptied())) {
                    print(connections, "`POST /v1/messages`", server.port(), post());
                }
                try (HttpServers server = HttpServers.start(stores.emptied())) {
                    print(connections, "`/cgi-bin/sendsms`", server.port(), sendSms("username=demo&password=demo"));
                }
                kannel(connections, stores.emptied());
            }
        }
    }

    private static void kannel(int connections, Path folder) throws Exception {
        List<String> away = List.of(
                "group = smsc",
                "smsc = at",
                "smsc-id = away",
                "modemtype = m10",
                "device = rawtcp",
                "host = 127.0.0.1",
                "port = 1");
        List<String> modem = List.of("group = modems", "id = m10", "name = M10");
        try (Kannel kannel = Kannel.start(folder, List.of(away, modem))) {
            print(connections, "Kannel's sendsms", kannel.sendSmsUri().getPort(), sendSms(Kannel.credentials()));
        }
    }

    private static byte[] post() {
        return ("POST /v1/messages HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic ZGVtbzpkZW1v\r\n"
                        + "Content-Type: application/json\r\nContent-Length: " + MESSAGE.length() + "\r\n\r\n"
                        + MESSAGE)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] sendSms(String credentials) {
        return ("GET /cgi-bin/sendsms?" + credentials + "&" + SENDSMS + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Until Java has compiled what it runs; that takes requests, and on a busy machine they take their time. */
    private static void warmUp(int port, byte[] request) throws Exception {
        try (HttpLoad load = HttpLoad.connect(port, WARM_UP_CONNECTIONS, request)) {
            long requests = 0;
            for (int run = 0; run < MOST_WARM_UPS && requests < WARM_UP_REQUESTS; run++) {
                requests += load.run(RUN_NANOS).perSecond() * TimeUnit.NANOSECONDS.toSeconds(RUN_NANOS);
            }
        }
    }

    private static void print(int connections, String server, int port, byte[] request) throws Exception {
        List<HttpLoad.Result> results = new ArrayList<>();
        warmUp(port, request);
        try (HttpLoad load = HttpLoad.connect(port, connections, request)) {
            for (int run = 0; run < RUNS; run++) {
                results.add(load.run(RUN_NANOS));
            }
        } catch (IOException e) {
            throw new IOException(server + " with " + connections + " connections", e);
        }
        results.sort(Comparator.comparingLong(HttpLoad.Result::perSecond));
        HttpLoad.Result median = results.get(RUNS / 2);
        System.out.println(String.format(
                Locale.ROOT,
                "| %d | %s | %d (%d to %d) | %.2f ms | %.2f ms |",
                connections,
                server,
                median.perSecond(),
                results.get(0).perSecond(),
                results.get(RUNS - 1).perSecond(),
                median.median() / 1e6,
                median.slow() / 1e6));
    }
}
