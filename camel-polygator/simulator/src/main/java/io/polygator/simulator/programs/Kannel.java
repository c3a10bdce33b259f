package io.polygator.simulator.programs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Debian's Kannel: bearerbox and smsbox with a configuration of the test's, on free ports of this machine. What Kannel
 * tells by HTTP, reports and inbound messages, is kept. Needs {@code bearerbox} and {@code smsbox} of the package {@code
 * kannel}; see {@link RequiredPrograms}. Thread-safe.
 */
public final class Kannel implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String USER = "tester";
    private static final String PASSWORD = "kannel-test";

    private final KannelCallbacks callbacks = new KannelCallbacks();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final int adminPort = FreePort.any();
    private final int boxPort = FreePort.any();
    private final int sendPort = FreePort.any();
    private final Path folder;
    private final Path configuration;
    private final List<RunningProgram> boxes = new ArrayList<>();

    private Kannel(Path folder) {
        this.folder = folder;
        this.configuration = folder.resolve("kannel.conf");
    }

    /**
     * What smsbox answered to a sendsms request.
     *
     * @param status of HTTP
     * @param body as it came
     */
    public record Answer(int status, String body) {}

    /**
     * Starts Kannel.
     *
     * @param folder for its configuration, its log and its store
     * @param groups the groups of its connections ({@code smsc}, {@code modems}), each a list of {@code name = value}
     */
    public static Kannel start(Path folder, List<List<String>> groups) {
        return start(folder, List.of("sms-resend-freq = 2"), groups);
    }

    /** The same with further lines of its group {@code core}. */
    public static Kannel start(Path folder, List<String> core, List<List<String>> groups) {
        Kannel kannel = new Kannel(folder);
        kannel.configure(core, groups);
        kannel.startBoxes();
        return kannel;
    }

    private void configure(List<String> core, List<List<String>> groups) {
        List<String> lines = new ArrayList<>(List.of(
                "group = core",
                "admin-port = " + adminPort,
                "admin-interface = 127.0.0.1",
                "admin-password = " + PASSWORD,
                "status-password = " + PASSWORD,
                "smsbox-port = " + boxPort,
                "smsbox-interface = 127.0.0.1",
                "box-allow-ip = 127.0.0.1",
                "log-file = " + folder.resolve("bearerbox.log"),
                "log-level = 0",
                "store-file = " + folder.resolve("store"),
                "dlr-storage = internal"));
        lines.addAll(core);
        for (List<String> group : groups) {
            lines.add("");
            lines.addAll(group);
        }
        lines.addAll(List.of(
                "",
                "group = smsbox",
                "bearerbox-host = 127.0.0.1",
                "sendsms-port = " + sendPort,
                "sendsms-interface = 127.0.0.1",
                "global-sender = 1234",
                "log-file = " + folder.resolve("smsbox.log"),
                "log-level = 0",
                "",
                "group = sendsms-user",
                "username = " + USER,
                "password = " + PASSWORD,
                "concatenation = true",
                "max-messages = 10",
                "",
                "group = sms-service",
                "keyword = default",
                "catch-all = true",
                "max-messages = 0",
                "get-url = \"" + callbacks.inboundUrl() + "\"",
                ""));
        try {
            Files.write(configuration, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void startBoxes() {
        boxes.add(RunningProgram.start("bearerbox", configuration.toString()));
        Eventually.await(() -> status().contains("SMSC connections"), this::output);
        boxes.add(RunningProgram.start("smsbox", configuration.toString()));
        Eventually.await(() -> status().contains("smsbox:"), this::output);
    }

    /** The page {@code /status.txt} of bearerbox; empty while it does not answer. */
    public String status() {
        try {
            return get("http://127.0.0.1:" + adminPort + "/status.txt?password=" + PASSWORD)
                    .body();
        } catch (UncheckedIOException e) {
            return "";
        }
    }

    /**
     * Waits until its connection of this name is online.
     *
     * @throws AssertionError with what Kannel logged, if that does not come in time
     */
    public void awaitOnline(String connection) {
        Predicate<String> online = line -> line.strip().startsWith(connection + "[");
        Eventually.await(
                () -> status().lines().filter(online).anyMatch(line -> line.contains("(online")), this::output);
    }

    /**
     * Sends a text as its sendsms interface takes it, in UTF-8.
     *
     * @param tag comes back with each report of the message
     * @param further parameters of sendsms, which may replace the usual ones
     */
    public Answer send(String to, String text, String tag, Map<String, String> further) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("to", to);
        parameters.put("text", text);
        parameters.put("charset", "UTF-8");
        parameters.put("dlr-mask", "31");
        parameters.put("dlr-url", callbacks.reportUrl(tag));
        parameters.putAll(further);
        return sendSms(parameters);
    }

    /** The address of its sendsms interface, for clients that speak to it themselves. */
    public URI sendSmsUri() {
        return URI.create("http://127.0.0.1:" + sendPort + "/cgi-bin/sendsms");
    }

    /** A request to its sendsms interface with just these parameters, by the tests' user unless they name another. */
    public Answer sendSms(Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(Map.of("username", USER, "password", PASSWORD));
        all.putAll(parameters);
        HttpResponse<String> response = get(sendSmsUri() + "?" + query(all));
        return new Answer(response.statusCode(), response.body());
    }

    /** The parameters that let its user in, as they stand in a query. */
    public static String credentials() {
        return "username=" + USER + "&password=" + PASSWORD;
    }

    /**
     * Any request to its sendsms interface.
     *
     * @param query everything behind the question mark, encoded
     */
    public Answer ask(String method, String query, Map<String, String> headers, byte[] body) {
        PlainHttp.Answer answer = PlainHttp.ask(sendPort, method, sendSmsUri().getPath() + "?" + query, headers, body);
        return new Answer(answer.status(), answer.body());
    }

    private static String query(Map<String, String> parameters) {
        Charset charset = StandardCharsets.UTF_8;
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), charset))
                .collect(Collectors.joining("&"));
    }

    private HttpResponse<String> get(String uri) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(uri)).timeout(PATIENCE).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Kannel was asked", e);
        }
    }

    /** The states ({@code dlr-mask} bits) that it told of the message with this tag, oldest first. */
    public List<Integer> reports(String tag) {
        return callbacks.reports().stream()
                .filter(report -> tag.equals(report.get("tag")))
                .map(report -> Integer.valueOf(report.get("state")))
                .toList();
    }

    /** All that it told about messages: the parameters of {@link KannelCallbacks#reportUrl}. */
    public List<Map<String, String>> reports() {
        return callbacks.reports();
    }

    /** What came in: the parameters {@code from}, {@code to}, {@code text} (octets as ISO-8859-1), {@code charset}, … */
    public List<Map<String, String>> inbound() {
        return callbacks.inbound();
    }

    /** What its programs printed and logged, for the message of a test that fails. */
    public String output() {
        return boxes.stream().map(RunningProgram::output).collect(Collectors.joining("\n"))
                + log("bearerbox.log")
                + log("smsbox.log");
    }

    private String log(String name) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve(name), StandardCharsets.ISO_8859_1);
            return "\n" + name + ":\n"
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - 100), lines.size()));
        } catch (IOException e) {
            return "\n" + name + " cannot be read: " + e.getMessage();
        }
    }

    @Override
    public void close() {
        for (int i = boxes.size() - 1; i >= 0; i--) {
            boxes.get(i).close();
        }
        boxes.clear();
        callbacks.close();
    }
}
