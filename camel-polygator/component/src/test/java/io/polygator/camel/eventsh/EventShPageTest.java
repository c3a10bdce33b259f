package io.polygator.camel.eventsh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/event-sh.md says of the script is what the script has. */
class EventShPageTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern SETTING = Pattern.compile("(?m)^[a-z_]+=\\S*$");
    private static final Pattern BLOCK = Pattern.compile("(?m)^```sh\\n(.*?)^```$", Pattern.DOTALL);

    private static List<String> settings(String text) {
        return SETTING.matcher(text).results().map(setting -> setting.group()).toList();
    }

    private static List<String> ofScript() throws IOException {
        String script = Files.readString(DOCS.resolve("event.sh"));
        return settings(script.substring(0, script.indexOf("\nhere=")));
    }

    @Test
    void theScriptsDefaultsAreOnThePage() throws IOException {
        String page = Files.readString(DOCS.resolve("event-sh.md"));
        var block = BLOCK.matcher(page);

        assertThat(block.find()).isTrue();
        assertThat(settings(block.group(1))).hasSizeGreaterThan(5).containsExactlyInAnyOrderElementsOf(ofScript());
        assertThat(ofScript()).allSatisfy(setting -> assertThat(page)
                .containsPattern("(?m)^\\| .*`" + setting.substring(0, setting.indexOf('=')) + "`.* \\|$"));
    }
}
