package io.polygator.app.reflection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the processes of the application that tests started have looked for by name. */
public final class Records {
    /** In the environment, {@code true} has them made. */
    public static final String WANTED = "POLYGATOR_RECORD_REFLECTION";

    private static final Path FOLDER = Path.of("target", "reflection").toAbsolutePath();

    private static List<String> options = List.of();

    private final Map<Looked, Set<String>> names = new EnumMap<>(Looked.class);

    private Records() {}

    /** The options with which Java makes them; none unless {@value #WANTED} is true in the environment. */
    public static synchronized List<String> options() {
        if (options.isEmpty() && Boolean.parseBoolean(System.getenv(WANTED))) {
            try {
                options = List.of("-javaagent:" + AgentJar.in(Files.createDirectories(FOLDER)) + "=" + FOLDER);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return options;
    }

    /** Those of all processes together. */
    public static Records all() throws IOException {
        Records records = new Records();
        if (Files.isDirectory(FOLDER)) {
            try (Stream<Path> files = Files.list(FOLDER)) {
                for (Path file :
                        files.filter(name -> name.toString().endsWith(".txt")).toList()) {
                    Files.readAllLines(file).forEach(records::add);
                }
            }
        }
        return records;
    }

    private void add(String line) {
        String[] parts = line.split(" ", 2);
        names.computeIfAbsent(Looked.valueOf(parts[0]), kind -> new TreeSet<>()).add(parts[1]);
    }

    /** As they were written down. */
    public Set<String> of(Looked kind) {
        return Set.copyOf(names.getOrDefault(kind, Set.of()));
    }
}
