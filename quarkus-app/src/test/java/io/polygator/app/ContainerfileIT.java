package io.polygator.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The container file against the archive that it is made of; no image is built. */
@Tag("packaged")
class ContainerfileIT {
    private static final String HOME = "/opt/polygator";

    private final Path image;
    private final List<String> lines;

    ContainerfileIT(@TempDir Path image) throws IOException {
        this.image = image;
        lines = Files.readString(Path.of("Containerfile"))
                .replace("\\\n", "")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    /** What the instructions COPY and RUN do, in a folder that is the root folder of the image. */
    @BeforeEach
    void unpackTheArchive() throws IOException, InterruptedException {
        Files.createDirectories(image.resolve("tmp"));
        Files.createDirectories(image.resolve("opt"));
        Files.createDirectories(image.resolve("var/lib/polygator"));
        Path archive = archives().get(0);
        Files.copy(archive, image.resolve("tmp").resolve(archive.getFileName()));
        Command.of(image, "sh", "-c", unpacking().replaceAll("(?<= )/(?=(tmp|opt)/)", image + "/"))
                .output();
    }

    @Test
    void itTakesOneArchiveAlsoWhereABinaryHasBeenBuilt() throws IOException {
        assertThat(archives()).hasSize(1);
        assertThat(Stream.of(
                                "polygator-0.1.0-SNAPSHOT.tar.gz",
                                "polygator-0.1.0-SNAPSHOT-native.tar.gz",
                                "polygator-1.2.0.tar.gz",
                                "polygator-1.2.0-native.tar.gz",
                                "polygator-1.3.0-rc1.tar.gz")
                        .filter(name -> matcher().matches(Path.of(name))))
                .containsExactly(
                        "polygator-0.1.0-SNAPSHOT.tar.gz", "polygator-1.2.0.tar.gz", "polygator-1.3.0-rc1.tar.gz");
    }

    @Test
    void whatItTakesIsNotIgnored() throws IOException {
        List<String> ignored = Files.readAllLines(Path.of("..", ".dockerignore"));

        assertThat(instruction("COPY")).isEqualTo("${ARCHIVE} /tmp/");
        assertThat(ignored).contains("*", "!" + archive().replaceFirst("\\*.*", "*.tar.gz"));
    }

    @Test
    void whatItNamesIsThere() throws IOException {
        assertThat(inImage(words("ENTRYPOINT").get(0))).isExecutable();
        assertThat(words("VOLUME"))
                .allSatisfy(place -> assertThat(inImage(place)).isDirectory());
        assertThat(words("VOLUME"))
                .as("what is kept in a volume")
                .contains(environment().get("POLYGATOR_DATA"), HOME + "/conf", HOME + "/routes");
        assertThat(lines).as("who works in the folder of the data").anySatisfy(line -> assertThat(line)
                .startsWith("RUN useradd ")
                .contains("--home-dir " + environment().get("POLYGATOR_DATA"))
                .endsWith(" " + instruction("USER")));
        assertThat(inImage("/tmp")).isEmptyDirectory();
    }

    @Test
    void itsProgramFindsSettingsAndRoutesAndWorksWithTheData() throws IOException, InterruptedException {
        Map<String, String> environment = environment();
        environment.replaceAll((name, value) -> inImage(value).toString());

        assertThat(Command.of(image, inImage(words("ENTRYPOINT").get(0)).toString(), "--check")
                        .with(environment)
                        .output())
                .isEqualTo("The configuration and the routes are in order.\n");
    }

    @Test
    void itOffersThePortsOfTheDoors() throws IOException {
        List<String> settings = Files.readAllLines(Path.of("src/main/resources/application.properties"));

        assertThat(instruction("EXPOSE").split(" "))
                .allSatisfy(port -> assertThat(settings).anyMatch(line -> line.endsWith("port=" + port)));
    }

    private String unpacking() {
        return lines.stream()
                .filter(line -> line.startsWith("RUN ") && line.contains("tar "))
                .map(line -> line.substring("RUN ".length()))
                .findFirst()
                .orElseThrow();
    }

    /** Those in the folder of the build that its pattern means. */
    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> matcher().matches(file.getFileName()))
                    .map(Path::toAbsolutePath)
                    .toList();
        }
    }

    /** What * and [] mean is the same in both worlds. */
    private PathMatcher matcher() {
        return FileSystems.getDefault()
                .getPathMatcher("glob:" + Path.of(archive()).getFileName());
    }

    private String archive() {
        return instruction("ARG").substring("ARCHIVE=".length());
    }

    private Map<String, String> environment() {
        String[] variable = instruction("ENV").split("=", 2);
        return new HashMap<>(Map.of(variable[0], variable[1]));
    }

    private String instruction(String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + name));
    }

    private List<String> words(String name) throws IOException {
        return List.of(new ObjectMapper().readValue(instruction(name), String[].class));
    }

    private Path inImage(String place) {
        return image.resolve(place.substring(1));
    }
}
