package io.polygator.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.polygator.simulator.programs.FreePort;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The settings of the ways in for programs that know no HTTP reach the shipped routes. */
@QuarkusTest
@QuarkusTestResource(WebhookReceiver.class)
@TestProfile(SpoolAndModemTest.Configured.class)
class SpoolAndModemTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SECOND_SIM = "+380501234502";
    private static final String TEXT = "\u041f\u0440\u0438\u0432\u0435\u0442";

    /** Every setting of the spool, and those of the modems that their route does not have. */
    public static final class Configured implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path spool = Files.createTempDirectory(Path.of("target"), "spool");
                return Map.ofEntries(
                        Map.entry("polygator.spool.directory", spool.toString()),
                        Map.entry("polygator.spool.account", "demo"),
                        Map.entry("polygator.spool.reports", "always"),
                        Map.entry("polygator.spool.charset", "utf8"),
                        Map.entry("polygator.modem.enabled", "true"),
                        Map.entry("polygator.modem.ports", String.valueOf(FreePort.any())),
                        Map.entry("camel.component.polygator-modem.account", "demo"),
                        Map.entry("camel.component.polygator-modem.login", "required"),
                        Map.entry("camel.component.polygator-modem.answer", "durable"),
                        Map.entry("camel.component.polygator-modem.capacity", "7"),
                        Map.entry("camel.component.polygator-modem.max-clients", "1"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Inject
    @ConfigProperty(name = "polygator.spool.directory")
    String spool;

    @Inject
    @ConfigProperty(name = "polygator.modem.ports")
    int modem;

    @Test
    void aFileIsSentByTheAccountReportedAndComesInAsUtf8() throws IOException {
        put("To: " + SECOND_SIM.substring(1) + "\nAlphabet: UTF-8\n\n" + TEXT);

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(files("sent")).singleElement().asString().contains("Message_id: ");
            assertThat(files("incoming"))
                    .hasSize(2)
                    .anySatisfy(file -> assertThat(file).contains("SMS STATUS REPORT", "Status: 0"))
                    .anySatisfy(file -> assertThat(file).contains("Alphabet: UTF-8", TEXT));
        });
        assertThat(files("outgoing")).isEmpty();
        assertThat(files("failed")).isEmpty();
        assertThat(HttpApi.demo().get("/v1/messages").json().findValuesAsText("to"))
                .as("messages of the account")
                .contains(SECOND_SIM);
    }

    /** As a program does: all at once, and a while ago. */
    private void put(String content) throws IOException {
        Path draft = Files.writeString(Path.of(spool).resolve("draft"), content);
        Files.setLastModifiedTime(draft, FileTime.from(Instant.now().minusSeconds(10)));
        Path outgoing = Files.createDirectories(Path.of(spool).resolve("outgoing"));
        Files.move(draft, outgoing.resolve("greeting"));
    }

    private List<String> files(String folder) throws IOException {
        try (Stream<Path> files =
                Files.list(Files.createDirectories(Path.of(spool).resolve(folder)))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .flatMap(file -> read(file).stream())
                    .toList();
        }
    }

    /** Nothing when the file has moved on meanwhile. */
    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException moved) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void modemsHaveTheAccountTheLoginAndTheSizeOfTheComponent() throws IOException {
        try (AtClient client = AtClient.connect(modem)) {
            client.say("AT+CIMI\r", "ERROR\r\n");
            client.say("AT+LOGIN=\"demo\",\"demo\"\r", "OK\r\n");
            assertThat(client.say("AT+CPMS?\r", "OK\r\n")).containsPattern("\"SM\",\\d,7,");
            try (AtClient second = AtClient.connect(modem)) {
                second.say("", "Port already in use\n\r");
            }
            assertThat(client.send("+380671234567", "Hello")).contains("+CMGS: 1");
        }
    }
}
