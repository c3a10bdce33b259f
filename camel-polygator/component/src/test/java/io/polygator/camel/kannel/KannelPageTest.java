package io.polygator.camel.kannel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The page lists the differences from Kannel that the interoperability test allows, and no others. */
class KannelPageTest {
    private static final Path PAGE = Path.of("..", "docs", "kannel-http.md");
    private static final String FIXED = "all without `validity`";

    @Test
    void thePageListsTheDifferencesOfTheTest() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        String section = Files.readString(PAGE).split("### Differences", 2)[1].split("\n## ", 2)[0];
        section.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| request"))
                .map(line -> line.split(" \\| |^\\| | \\|$"))
                .forEach(cells -> listed.put(cells[1], cells[2]));

        assertThat(listed.remove(FIXED)).isNotNull();
        assertThat(listed).isEqualTo(KannelDifferences.reasons());
    }
}
