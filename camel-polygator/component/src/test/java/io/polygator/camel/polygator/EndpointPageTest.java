package io.polygator.camel.polygator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The user's page about the endpoint names everything that there is. */
class EndpointPageTest {
    private static final Path PAGE = Path.of("..", "docs", "polygator-endpoint.md");
    private static final String CATALOG = "/META-INF/io/polygator/camel/polygator/polygator.json";

    @Test
    void namesEveryOptionAndHeaderOfTheCatalog() throws IOException {
        String page = Files.readString(PAGE);
        JsonNode catalog = catalog();

        for (String part : new String[] {"properties", "componentProperties", "headers"}) {
            assertThat(catalog.path(part)).isNotEmpty();
            for (Iterator<String> names = catalog.path(part).fieldNames(); names.hasNext(); ) {
                assertThat(page).contains("| `" + names.next() + "` |");
            }
        }
    }

    @Test
    void namesEveryPropertyOfAGateway() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(Arrays.stream(PolygatorGatewayConfiguration.class.getDeclaredMethods())
                        .map(Method::getName)
                        .filter(name -> name.startsWith("set"))
                        .map(name -> name.substring(3, 4).toLowerCase(Locale.ROOT) + name.substring(4)))
                .isNotEmpty()
                .allSatisfy(property -> assertThat(page).contains("| `" + property + "` |"));
    }

    private static JsonNode catalog() throws IOException {
        try (InputStream json =
                Objects.requireNonNull(EndpointPageTest.class.getResourceAsStream(CATALOG), "the generated catalog")) {
            return new ObjectMapper().readTree(json);
        }
    }
}
