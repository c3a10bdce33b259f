package io.polygator.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gateway.account.HashedSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The application makes the hash of a secret, and does nothing else. */
@Tag("packaged")
class SecretIT {
    private final Path folder;

    SecretIT(@TempDir Path folder) {
        this.folder = folder;
    }

    static List<Packaging> built() {
        return Packaging.built();
    }

    static List<Path> archives() {
        return ArchiveIT.archives();
    }

    @ParameterizedTest
    @MethodSource("built")
    void theSecretComesInAndItsHashGoesOutAndNothingIsOpened(Packaging packaging)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(packaging.command(List.of()));
        words.add("secret");

        isAHash(new Command(words, folder, Map.of()).run("correct horse\n"));

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    /** The data of the service are in a folder of its own, which need not even be there. */
    @ParameterizedTest
    @MethodSource("archives")
    void theScriptNeedsNoDataForItAndLeavesNone(Path archive) throws IOException, InterruptedException {
        Command.of(folder, "tar", "-xzf", archive.toString(), "--strip-components=1")
                .output();
        String program = folder.resolve("bin/polygator").toString();
        Map<String, String> elsewhere =
                Map.of("POLYGATOR_DATA", folder.resolve("nowhere").toString());

        isAHash(Command.of(folder, program, "secret").run("correct horse\n"));
        isAHash(Command.of(folder, program, "secret").with(elsewhere).run("correct horse\n"));

        assertThat(folder.resolve("cache")).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("archives")
    void theScriptSaysWhereItCannotWork(Path archive) throws IOException, InterruptedException {
        Command.of(folder, "tar", "-xzf", archive.toString(), "--strip-components=1")
                .output();
        Path nowhere = folder.resolve("nowhere");

        Command.Result answer = Command.of(
                        folder, folder.resolve("bin/polygator").toString(), "--check")
                .with(Map.of("POLYGATOR_DATA", nowhere.toString()))
                .run("");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.errors()).startsWith(nowhere + " cannot be entered by ");
    }

    private static void isAHash(Command.Result answer) {
        assertThat(answer.exitCode()).as(answer.all()).isZero();
        assertThat(answer.output().lines()).singleElement().satisfies(line -> assertThat(
                        HashedSecret.parse(line).matches("correct horse"))
                .isTrue());
    }
}
