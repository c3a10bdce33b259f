package io.polygator.app;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/** Requests of many kinds that mean no good, drawn anew each time. */
final class HostileRequests {
    /** Those of this class to the HTTP API, and those of {@link HostileForeigners} to the other doors. */
    static final int KINDS = 10 + HostileForeigners.KINDS;

    private static final String CREDENTIALS =
            "Authorization: Basic " + Base64.getEncoder().encodeToString("demo:demo".getBytes(StandardCharsets.UTF_8));
    private static final List<String> PATHS = List.of(
            "/v1/messages", "/v1/channels/demo-6/ussd", "/v1/ussd-sessions", "/v1/messages/1", "/v1/ussd-sessions/00");
    private static final String VALID = "{\"to\":[\"+380501234502\",{\"number\":\"777\",\"values\":{\"a\":\"b\"}}],"
            + "\"text\":\"{a} \\u20ac\",\"validity\":\"2h\",\"priority\":9,\"class\":0,\"sendAt\":\"x\"}";

    private final Random random;
    private final HostileOctets octets;
    private final HostileForeigners foreigners;

    HostileRequests(long seed) {
        random = new Random(seed);
        octets = new HostileOctets(random);
        foreigners = new HostileForeigners(random);
    }

    byte[] next(int kind) {
        return switch (kind) {
            case 0 -> withBody("POST", path(), "application/json", octets.noise(random.nextInt(400)));
            case 1 -> withBody("POST", path(), "application/json", octets.mutated(VALID));
            case 2 -> withBody("POST", path(), "application/json", RawHttp.octets(nested()));
            case 3 ->
                withBody(
                        "POST",
                        path(),
                        "application/json",
                        RawHttp.octets("{\"to\":" + "9".repeat(1 + random.nextInt(5000)) + "}"));
            case 4 ->
                withBody(
                        "POST",
                        "/v1/messages",
                        "application/x-www-form-urlencoded",
                        octets.mutated("to=%2B38050&text=a%20b&CamelPolygatorTo=7"));
            case 5 ->
                withBody("GET", "/v1/messages?" + octets.printable(random.nextInt(3000)), "text/plain", new byte[0]);
            case 6 ->
                withBody(
                        "GET",
                        "/v1/" + octets.printable(random.nextInt(300)) + "/../%2e%2e/%00%zz",
                        "*/*",
                        new byte[0]);
            case 7 -> withHeaders(manyHeaders());
            case 8 ->
                withHeaders(List.of(
                        "Idempotency-Key: " + octets.printable(200),
                        "X-Long: " + "x".repeat(random.nextInt(9000)),
                        "Content-Length: -1"));
            case 9 -> octets.noise(1 + random.nextInt(300));
            default -> foreigners.next(kind - 10);
        };
    }

    private String path() {
        return PATHS.get(random.nextInt(PATHS.size()));
    }

    private String nested() {
        int depth = 1 + random.nextInt(2000);
        return (random.nextBoolean() ? "[" : "{\"to\":").repeat(depth);
    }

    private List<String> manyHeaders() {
        List<String> headers = new ArrayList<>();
        for (int i = random.nextInt(120); i > 0; i--) {
            headers.add("X-" + i + ": " + octets.printable(random.nextInt(60)));
            headers.add("CamelPolygatorTo: 7");
        }
        return headers;
    }

    private static byte[] withHeaders(List<String> headers) {
        return RawHttp.octets("POST /v1/messages HTTP/1.1\r\nHost: x\r\n" + CREDENTIALS + "\r\n"
                + String.join("\r\n", headers) + "\r\nContent-Length: 2\r\n\r\n{}");
    }

    private static byte[] withBody(String method, String target, String type, byte[] body) {
        return HostileOctets.request(method, target, List.of(CREDENTIALS, "Content-Type: " + type), body);
    }
}
