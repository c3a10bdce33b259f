package io.polygator.camel.modem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The user's page about the endpoint names everything that there is. */
class ModemPageTest {
    private static final Path PAGE = ModemPage.PATH;
    private static final String CATALOG = "/META-INF/io/polygator/camel/modem/polygator-modem.json";

    @Test
    void namesEveryOptionOfTheCatalog() throws IOException {
        String page = Files.readString(PAGE);
        JsonNode catalog = catalog();

        assertThat(catalog.path("properties")).isNotEmpty();
        for (Iterator<String> names = catalog.path("properties").fieldNames(); names.hasNext(); ) {
            assertThat(page).contains("| `" + names.next() + "` |");
        }
        assertThat(catalog.path("componentProperties")).isNotEmpty();
        for (Iterator<String> names = catalog.path("componentProperties").fieldNames(); names.hasNext(); ) {
            assertThat(page).contains("`" + names.next() + "`");
        }
    }

    private static JsonNode catalog() throws IOException {
        try (InputStream json =
                Objects.requireNonNull(ModemPageTest.class.getResourceAsStream(CATALOG), "the generated catalog")) {
            return new ObjectMapper().readTree(json);
        }
    }
}
