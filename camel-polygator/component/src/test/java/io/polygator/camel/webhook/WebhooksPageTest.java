package io.polygator.camel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.http.EventView;
import io.polygator.http.client.HttpCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/webhooks.md says holds. */
class WebhooksPageTest {
    private static final Path PAGE = Path.of("..", "docs", "webhooks.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]+) \\|");
    private static final Pattern WORD = Pattern.compile("`(\\w+)`");
    private static final String SECRET = "0f3c8a52d1b94e67";

    private final HttpCall call = new WebhookTarget(
                    "https://crm.example.org/sms", WebhookFormat.JSON, Optional.of(SECRET))
            .call(
                    WebhookTargetTest.inbound("\u041f\u0440\u0438\u0432\u0435\u0442"),
                    InstantSource.system().instant());

    @Test
    void itsTablesNameEveryOptionAndEveryField() throws IOException {
        List<String> named = ROW.matcher(Files.readString(PAGE))
                .results()
                .flatMap(row -> WORD.matcher(row.group(1)).results())
                .map(word -> word.group(1))
                .toList();

        assertThat(named).containsAll(names(WebhookRule.Options.class)).containsAll(names(EventView.class));
        assertThat(EventFields.NAMES)
                .containsAll(names(EventView.class))
                .hasSize(names(EventView.class).size() + 1);
    }

    private static List<String> names(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> component.getName())
                .toList();
    }

    @Test
    void itsShellCommandComputesTheSignature(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("body"), call.body().toByteArray());
        assumeThere("openssl");

        String signature = run(folder, List.of("sh", "-c", block("sh")));

        assertThat(call.headers().get("webhook-signature")).isEqualTo("v1," + signature.strip());
    }

    @Test
    void itsPythonKnowsGenuineFromForged(@TempDir Path folder) throws Exception {
        assumeThere("python3");
        String headers = call.headers().entrySet().stream()
                .map(header -> "'" + header.getKey() + "': '" + header.getValue() + "'")
                .collect(Collectors.joining(", ", "{", "}"));
        Files.write(folder.resolve("body"), call.body().toByteArray());
        String program = block("python") + "\nbody = open('body', 'rb').read()\nheaders = " + headers
                + "\nprint(is_genuine('" + SECRET + "', headers, body), is_genuine('" + SECRET
                + "', headers, body + b' '), is_genuine('another', headers, body), is_genuine('" + SECRET
                + "', {**headers, 'webhook-timestamp': '1000000000'}, body))\n";

        assertThat(run(folder, List.of("python3", "-c", program)).strip()).isEqualTo("True False False False");
    }

    private static void assumeThere(String program) {
        boolean there = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        if (!"true".equals(System.getenv("POLYGATOR_REQUIRE_PROGRAMS"))) {
            Assumptions.assumeTrue(there, program + " is not installed");
        }
        assertThat(there).as(program).isTrue();
    }

    private String run(Path folder, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("WEBHOOK_ID", String.valueOf(call.headers().get("webhook-id")));
        builder.environment()
                .put("WEBHOOK_TIMESTAMP", String.valueOf(call.headers().get("webhook-timestamp")));
        builder.environment().put("SECRET", SECRET);
        Path output = folder.resolve("output");
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return Files.readString(output, UTF_8);
    }

    private static String block(String language) throws IOException {
        Matcher block = Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE));
        assertThat(block.find()).as(language).isTrue();
        return block.group(1);
    }
}
