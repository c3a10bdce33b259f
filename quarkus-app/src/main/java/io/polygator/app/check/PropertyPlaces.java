package io.polygator.app.check;

import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a setting stands: in which file and line, or in the environment. */
final class PropertyPlaces {
    private static final Pattern FILE = Pattern.compile("file:[^\\]]+");

    private final SmallRyeConfig config;

    PropertyPlaces(SmallRyeConfig config) {
        this.config = config;
    }

    /** The place of a setting that is set. */
    String of(String name) {
        ConfigValue value = config.getConfigValue(name);
        String source = String.valueOf(value.getConfigSourceName());
        Matcher file = FILE.matcher(source);
        if (!file.find()) {
            return name + " (" + source + ")";
        }
        Path path = Path.of(URI.create(file.group()));
        return line(path, name).map(line -> path + ":" + line).orElse(path.toString());
    }

    /** The place of the setting that a sentence is about: the longest name in it that is set. */
    Optional<String> ofSubject(String sentence, String prefix) {
        String plain = plain(sentence);
        String longest = "";
        for (String name : config.getPropertyNames()) {
            if (name.startsWith(prefix)
                    && name.length() > longest.length()
                    && plain.contains(plain(name.substring(prefix.length())))) {
                longest = name;
            }
        }
        return longest.isEmpty() ? Optional.empty() : Optional.of(of(longest));
    }

    private static Optional<Integer> line(Path file, String name) {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            for (int index = 0; index < lines.size(); index++) {
                String key = lines.get(index).split("[=:]", 2)[0].strip();
                if (key.equals(name)) {
                    return Optional.of(index + 1);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** {@code segments-per-minute} and {@code segmentsPerMinute} are one option. */
    private static String plain(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }
}
