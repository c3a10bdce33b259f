package io.polygator.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The archives that the build has made: for Java, and with the binary if there is one. */
@Tag("packaged")
class ArchiveIT {
    private final Path folder;

    ArchiveIT(@TempDir Path folder) {
        this.folder = folder;
    }

    static List<Path> archives() {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("polygator-.*\\.tar\\.gz"))
                    .map(Path::toAbsolutePath)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("archives")
    void isInOrderAsItIsUnpacked(Path archive) throws Exception {
        run(List.of("tar", "-xzf", archive.toString(), "--strip-components=1"));

        assertThat(folder).isDirectoryContaining("glob:**/{bin,conf,routes,lib,systemd,README.md,LICENSE}");
        assertThat(folder.resolve("conf")).isDirectoryContaining("glob:**/accounts-sample.yaml");
        assertThat(run(List.of(folder.resolve("bin/polygator").toString(), "--check")))
                .isEqualTo("The configuration and the routes are in order.\n");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("archives")
    void isStillInOrderWithAllThatItsSamplesShow(Path archive) throws Exception {
        run(List.of("tar", "-xzf", archive.toString(), "--strip-components=1"));
        Path settings = folder.resolve("conf/application.properties");
        Path accounts = folder.resolve("conf/accounts-sample.yaml");
        List<String> shown = Files.readAllLines(settings).stream()
                .filter(line -> line.matches("#[a-z].*=.*"))
                .map(line -> line.substring(1))
                .filter(line -> !line.contains(".tls."))
                .map(line -> line.replaceFirst("(accounts-file=).*", "$1" + accounts))
                .toList();
        assertThat(shown).hasSizeGreaterThan(10);
        Files.write(settings, shown);

        assertThat(run(List.of(folder.resolve("bin/polygator").toString(), "--check")))
                .isEqualTo("The configuration and the routes are in order.\n");
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(command + "\n" + output).isZero();
        return output;
    }
}
