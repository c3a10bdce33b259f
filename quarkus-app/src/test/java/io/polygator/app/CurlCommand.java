package io.polygator.app;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A curl command line as our pages show it: its options -u, -H, -d and -X, and the URL. */
record CurlCommand(String method, String url, Map<String, String> headers, String body) {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    static CurlCommand parse(String line) {
        List<String> words = words(line.replace("\\\n", " "));
        if (!words.get(0).equals("curl")) {
            throw new IllegalArgumentException("no curl command: " + line);
        }
        Map<String, String> headers = new LinkedHashMap<>();
        String method = "";
        String url = "";
        String body = "";
        for (int index = 1; index < words.size(); index++) {
            switch (words.get(index)) {
                case "-u" -> headers.put("Authorization", basic(words.get(++index)));
                case "-d" -> body = words.get(++index);
                case "-X" -> method = words.get(++index);
                case "-H" -> {
                    String[] header = words.get(++index).split(": *", 2);
                    headers.put(header[0], header[1]);
                }
                default -> url = words.get(index);
            }
        }
        String byBody = body.isEmpty() ? "GET" : "POST";
        return new CurlCommand(method.isEmpty() ? byBody : method, url, headers, body);
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        for (Matcher word = WORD.matcher(line); word.find(); ) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3));
        }
        return words;
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    /** The request, to the port where the application under test listens. */
    HttpRequest request(int port) {
        URI documented = URI.create(url);
        String query = documented.getRawQuery() == null ? "" : "?" + documented.getRawQuery();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + documented.getRawPath() + query))
                .timeout(Duration.ofSeconds(20))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return request.build();
    }
}
