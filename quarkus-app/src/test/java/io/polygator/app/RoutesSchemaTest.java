package io.polygator.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file in {@code routes/} follows Camel's schema and our habits. */
class RoutesSchemaTest {
    private static final Path ROUTES = Path.of("..", "routes");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(ROUTES)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void followsTheSchemaOfCamel(Path file) throws IOException {
        assertThat(schema().validate(YAML.readTree(file.toFile()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void holdsOneEntryThatIsNamedLikeTheFileAndDescribed(Path file) throws IOException {
        JsonNode entries = YAML.readTree(file.toFile());
        assertThat(entries).hasSize(1);

        JsonNode entry = entries.get(0).elements().next();
        assertThat(entry.path("id").asText() + ".yaml")
                .isEqualTo(file.getFileName().toString());
        if (entries.get(0).has("route")) {
            assertThat(entry.path("description").asText()).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void holdsNoScript(Path file) throws IOException {
        assertThat(Files.readString(file)).doesNotContain("groovy", "${bean:", "jsonpath", "javaScript");
    }

    @Test
    void theSchemaFindsMistakes() throws IOException {
        JsonNode misspelt = YAML.readTree("[{route: {from: {uri: 'direct:a', stepz: []}}}]");

        assertThat(schema().validate(misspelt)).isNotEmpty();
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream schema = Objects.requireNonNull(
                RoutesSchemaTest.class.getResourceAsStream("/schema/camelYamlDsl.json"),
                "the schema of camel-yaml-dsl")) {
            return JsonSchemaFactory.getInstance(VersionFlag.V4).getSchema(schema);
        }
    }
}
