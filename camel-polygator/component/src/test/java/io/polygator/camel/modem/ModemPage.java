package io.polygator.camel.modem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The page about the endpoint, whose examples tests run as they stand there. */
final class ModemPage {
    static final Path PATH = Path.of("..", "docs", "polygator-modem-endpoint.md");

    private ModemPage() {}

    /**
     * The code block of this kind that contains the text.
     *
     * @throws AssertionError if there is none
     */
    static String block(String kind, String text) throws IOException {
        return Pattern.compile("(?ms)^```" + kind + "\\n(.*?)^```$")
                .matcher(Files.readString(PATH))
                .results()
                .map(result -> result.group(1))
                .filter(block -> block.contains(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(PATH + " has no block " + kind + " with " + text));
    }
}
