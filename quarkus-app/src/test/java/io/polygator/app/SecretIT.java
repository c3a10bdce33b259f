package io.polygator.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gateway.account.HashedSecret;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application makes the hash of a secret, and does nothing else. */
@Tag("packaged")
class SecretIT {
    private static final Path JAR =
            Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();

    @Test
    void theSecretComesInAndItsHashGoesOutAndNothingIsOpened(@TempDir Path folder)
            throws IOException, InterruptedException {
        Process command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        JAR.toString(),
                        "secret")
                .directory(folder.toFile())
                .start();
        try (Writer input = command.outputWriter(UTF_8)) {
            input.write("correct horse\n");
        }

        List<String> lines = command.inputReader(UTF_8).lines().toList();

        assertThat(command.waitFor()).isZero();
        assertThat(lines).singleElement().satisfies(line -> assertThat(
                        HashedSecret.parse(line).matches("correct horse"))
                .isTrue());
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }
}
