package io.polygator.camel.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.polygator.simulator.programs.RequiredPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An ESME on node-smpp, with windows of several sizes. */
@Tag("interop")
@SuppressWarnings("NullAway") // JUnit sets the folder before anything reads it
class NodeSmppInteropTest {
    private static final Path SOURCES = Path.of("src", "test", "node");
    private static final int PATIENCE_SECONDS = 120;

    private static Path project = Path.of("");

    private SmppGateway gateway;

    @BeforeAll
    static void needsPrograms(@TempDir Path folder) throws Exception {
        assumeThat(RequiredPrograms.missing("node", "npm")).isEmpty();
        project = folder;
        for (String file : new String[] {"package.json", "esme.js"}) {
            Files.copy(SOURCES.resolve(file), project.resolve(file));
        }
        assertThat(run("npm", "install", "--no-audit", "--no-fund", "--loglevel=error"))
                .doesNotContain("ERR!");
    }

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        gateway = SmppGateway.start(folder, 0);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @ParameterizedTest(name = "a window of {0}")
    @CsvSource({"1, 10", "10, 50", "100, 200"})
    void everyMessageIsDeliveredAndReported(int window, int count) throws Exception {
        gateway.channel(0).receiveFrom("+380677654321", "To node-smpp");

        String seen =
                run("node", "esme.js", String.valueOf(gateway.port()), String.valueOf(window), String.valueOf(count));

        assertThat(seen)
                .isEqualTo("{\"ids\":" + count + ",\"delivered\":" + count + ",\"inbound\":[\"To node-smpp\"]}");
        assertThat(gateway.texts()).hasSize(count).doesNotHaveDuplicates().allMatch(text -> text.endsWith("пример"));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(project, "output", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        String printed = Files.readString(output).strip();
        assertThat(ended && process.exitValue() == 0)
                .as("%s: %s", String.join(" ", command), printed)
                .isTrue();
        return printed;
    }
}
