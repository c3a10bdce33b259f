package io.polygator.app;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings that a page tells people to write, so that tests run with just these. */
final class PageSettings {
    private static final Path DOCS = Path.of("..", "camel-polygator", "docs");
    private static final Pattern BLOCK = Pattern.compile("```properties\\n(.*?)```", Pattern.DOTALL);

    private PageSettings() {}

    /**
     * The block of settings of a section.
     *
     * @throws IllegalArgumentException if the page has no such section, or the section no block or several
     */
    static Map<String, String> of(String page, String section) throws IOException {
        String[] parts = Files.readString(DOCS.resolve(page)).split("(?m)^## " + Pattern.quote(section) + "$", 2);
        String text = parts.length == 2 ? parts[1].split("(?m)^## ", 2)[0] : "";
        Matcher block = BLOCK.matcher(text);
        if (!block.find()) {
            throw new IllegalArgumentException(page + " has no settings in a section " + section);
        }
        Map<String, String> settings = read(block.group(1));
        if (block.find()) {
            throw new IllegalArgumentException(page + " has several blocks of settings in section " + section);
        }
        return settings;
    }

    private static Map<String, String> read(String block) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(block));
        Map<String, String> settings = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name, "")));
        return settings;
    }
}
