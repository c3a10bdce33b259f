package io.polygator.app.check;

import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Where a setting stands: in which file and line, or in the environment. */
final class PropertyPlaces {
    private static final Pattern FILE = Pattern.compile("file:[^\\]]+");
    private static final String ENVIRONMENT = "EnvConfigSource";
    /** The rank of what stands in the application itself; whatever an operator sets ranks above. */
    private static final int OWN_DEFAULTS = 250;

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
            return name + " (" + (source.startsWith(ENVIRONMENT) ? "environment" : source) + ")";
        }
        Path path = Path.of(URI.create(file.group()));
        return line(path, name).map(line -> path + ":" + line).orElse(path.toString());
    }

    /**
     * The place of the setting that a sentence is about: the longest name in it that is set. Of a setting that is missing
     * it is the place of another one of the same thing.
     */
    Optional<String> ofSubject(String sentence, String prefix) {
        String plain = plain(sentence);
        return longest(name -> mentions(plain, name, prefix))
                .or(() -> longest(name -> name.lastIndexOf('.') > prefix.length()
                        && mentions(plain, name.substring(0, name.lastIndexOf('.') + 1), prefix)))
                .map(this::of);
    }

    private static boolean mentions(String plainSentence, String name, String prefix) {
        return name.startsWith(prefix) && plainSentence.contains(plain(name.substring(prefix.length())));
    }

    private Optional<String> longest(Predicate<String> wanted) {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(wanted)
                .filter(name -> config.getConfigValue(name).getConfigSourceOrdinal() > OWN_DEFAULTS)
                .max(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
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
