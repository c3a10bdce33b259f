package io.polygator.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
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

    /** @throws AssertionError if a binary is required and there is no archive with one */
    static List<Path> archives() {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            List<Path> archives = files.filter(
                            file -> file.getFileName().toString().matches("polygator-.*\\.tar\\.gz"))
                    .map(Path::toAbsolutePath)
                    .toList();
            if (Packaging.isBinaryRequired()
                    && archives.stream().noneMatch(archive -> archive.toString().endsWith("-native.tar.gz"))) {
                throw new AssertionError("the archive with the binary has not been built");
            }
            return archives;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("archives")
    void isInOrderAsItIsUnpacked(Path archive) throws Exception {
        unpack(archive);

        assertThat(List.of("bin", "conf", "routes", "lib", "systemd", "README.md", "LICENSE"))
                .allSatisfy(name -> assertThat(folder.resolve(name)).exists());
        assertThat(folder.resolve("conf")).isDirectoryContaining("glob:**/accounts-sample.yaml");
        assertThat(check()).isEqualTo("The configuration and the routes are in order.\n");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("archives")
    void isStillInOrderWithAllThatItsSamplesShow(Path archive) throws Exception {
        unpack(archive);
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

        assertThat(check()).isEqualTo("The configuration and the routes are in order.\n");
    }

    private void unpack(Path archive) throws IOException, InterruptedException {
        Command.of(folder, "tar", "-xzf", archive.toString(), "--strip-components=1")
                .output();
    }

    private String check() throws IOException, InterruptedException {
        return Command.of(folder, folder.resolve("bin/polygator").toString(), "--check")
                .output();
    }
}
