package io.polygator.camel.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.camel.eventsh.EventShSite;
import io.polygator.simulator.programs.PlainHttp;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The route and the dialplan of docs/asterisk.md, with a program that stands in for Asterisk's. */
class AsteriskPageTest {
    private static final Path PAGE = Path.of("..", "docs", "asterisk.md");
    private static final Pattern BLOCK = Pattern.compile("(?m)^```(\\w+)\\n(.*?)^```$", Pattern.DOTALL);
    private static final Pattern ENCODED = Pattern.compile("\\$\\{URIENCODE\\(\\$\\{(\\w+)\\}\\)\\}");
    private static final String HOSTILE = "Привіт \"; $(touch broken) `id` \\\" sms new 1 \\\n!touch broken\tend\\";

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    private Path folder;

    private EventShSite site;

    @BeforeEach
    void open() throws Exception {
        Path program = folder.resolve("asterisk");
        Files.writeString(
                program,
                "#!/bin/sh\ncd '" + folder
                        + "'\n[ $# -eq 2 ] && printf '%s' \"$1\" >option && printf '%s' \"$2\" >command\n"
                        + "! [ -e broken ]\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Path route = folder.resolve("asterisk-send.yaml");
        Files.writeString(route, block("yaml"));
        site = EventShSite.open(folder, new AsteriskCli(program.toString(), Duration.ofSeconds(30)), route);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static String block(String kind) throws Exception {
        for (Matcher block = BLOCK.matcher(Files.readString(PAGE)); block.find(); ) {
            if (block.group(1).equals(kind)) {
                return block.group(2);
            }
        }
        throw new AssertionError("the page has no block " + kind);
    }

    private PlainHttp.Answer send(String number, String text) {
        String credentials = Base64.getEncoder()
                .encodeToString((EventShSite.SENDER + ":" + EventShSite.SECRET).getBytes(StandardCharsets.UTF_8));
        return PlainHttp.ask(
                site.port(),
                "POST",
                "/asterisk/" + number,
                Map.of("Authorization", "Basic " + credentials, "Content-Type", "text/plain"),
                text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theTextOfAStrangerIsOneWordOfOneCommand() throws Exception {
        PlainHttp.Answer answer = send("380677654321", HOSTILE);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(Files.readString(folder.resolve("option"))).isEqualTo("-rx");
        String command = Files.readString(folder.resolve("command"));
        assertThat(command).doesNotContain("\n");
        assertThat(words(command))
                .containsExactly(
                        "polygator",
                        "channel",
                        "gsm",
                        "gsm1",
                        "sms",
                        "new",
                        "380677654321",
                        HOSTILE.replace('\n', ' ').replace('\t', ' '));
        assertThat(folder.resolve("broken")).doesNotExist();
    }

    /** As Asterisk splits a command. */
    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < command.length(); i++) {
            char one = command.charAt(i);
            if (one == '\\') {
                i++;
                word.append(command.charAt(i));
            } else if (one == '"') {
                quoted = !quoted;
            } else if (one == ' ' && !quoted) {
                words.add(word.toString());
                word.setLength(0);
            } else {
                word.append(one);
            }
        }
        assertThat(quoted).isFalse();
        words.add(word.toString());
        return words;
    }

    @Test
    void whatIsNoNumberIsRefusedAndAsteriskHearsNothing() {
        assertThat(send("38067;core%20stop%20now", "text").status()).isEqualTo(400);
        assertThat(send("380677654321", " ").status()).isEqualTo(400);
        assertThat(send("380677654321", "x".repeat(1_001)).status()).isEqualTo(400);
        assertThat(folder.resolve("command")).doesNotExist();
    }

    @Test
    void whenAsteriskDoesNotTakeItTheClientLearnsIt() throws Exception {
        Files.writeString(folder.resolve("broken"), "");

        assertThat(send("380677654321", "text").status()).isEqualTo(500);
    }

    @Test
    void theDialplanBringsEveryCharacterAndTheSameMessageOnce() throws Exception {
        Map<String, String> variables = Map.of(
                "id", "5-1-1715000000",
                "PGSMSCHANNEL", "gsm1",
                "PGSMSORIGADDRESS", "+380501112233",
                "PGSMSDESTADDRESS", "+380670000001",
                "PGSMSSENT", "1715000000",
                "PGSMSCONTENT", HOSTILE);
        Matcher url = Pattern.compile("CURL\\(http://127\\.0\\.0\\.1:8080(/\\S+)\\)\\}\\)")
                .matcher(block("dialplan"));
        assertThat(url.find()).isTrue();
        String target =
                ENCODED.matcher(url.group(1)).replaceAll(one -> Matcher.quoteReplacement(encoded(one, variables)));
        assertThat(target).doesNotContain("${");

        for (int time = 0; time < 2; time++) {
            assertThat(PlainHttp.ask(site.port(), "GET", target, Map.of(), new byte[0])
                            .body())
                    .isEqualTo("OK");
        }

        assertThat(site.awaitInbound(1)).singleElement().satisfies(event -> {
            assertThat(event.message().text()).isEqualTo(HOSTILE);
            assertThat(event.message().from()).isEqualTo("+380501112233");
            assertThat(event.message().to()).contains("+380670000001");
            assertThat(event.channel()).isEqualTo("gsm1");
        });
    }

    private static String encoded(MatchResult variable, Map<String, String> values) {
        return URLEncoder.encode(values.getOrDefault(variable.group(1), "?"), StandardCharsets.UTF_8)
                .replace("+", "%20");
    }
}
