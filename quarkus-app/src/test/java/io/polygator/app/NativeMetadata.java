package io.polygator.app;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.polygator.app.reflection.Looked;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a builder of native images is told of things that are looked for by name. */
final class NativeMetadata {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLACE = "META-INF/native-image/";

    private final Map<String, JsonNode> classes;
    private final List<Pattern> resources;
    private final Set<Set<String>> proxies;
    private final Set<String> fromC;

    private NativeMetadata(JarFile runner) throws IOException {
        classes = elements(read(runner, "reflect-config.json"))
                .collect(toMap(entry -> entry.path("name").asText(), entry -> entry, (one, other) -> one));
        resources = read(runner, "resource-config.json").findValuesAsText("pattern").stream()
                .map(Pattern::compile)
                .toList();
        proxies = elements(read(runner, "proxy-config.json"))
                .map(entry -> elements(entry.isArray() ? entry : entry.path("interfaces"))
                        .map(JsonNode::asText)
                        .collect(toSet()))
                .collect(toSet());
        fromC = elements(read(runner, "jni-config.json"))
                .map(entry -> entry.path("name").asText())
                .collect(toSet());
    }

    /** As the build has written it into the folder of the sources. */
    static NativeMetadata in(Path sources) throws IOException {
        try (Stream<Path> files = Files.list(sources)) {
            Path runner = files.filter(file -> file.toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no runner in " + sources));
            try (JarFile jar = new JarFile(runner.toFile())) {
                return new NativeMetadata(jar);
            }
        }
    }

    private static JsonNode read(JarFile jar, String name) throws IOException {
        JarEntry entry = jar.getJarEntry(PLACE + name);
        if (entry == null) {
            return MissingNode.getInstance();
        }
        try (InputStream content = jar.getInputStream(entry)) {
            return JSON.readTree(content);
        }
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** Those that can be found by their names. */
    Set<String> classes() {
        return classes.keySet();
    }

    /** Those that a library in C looks into. */
    Set<String> fromC() {
        return fromC;
    }

    /** @param name as the record of that kind has it */
    boolean knows(Looked kind, String name) {
        String[] words = name.split(" ");
        return switch (kind) {
            case CLASS -> classes.containsKey(name);
            case METHODS -> has(name, "Methods");
            case FIELDS -> has(name, "Fields");
            case CONSTRUCTORS -> has(name, "Constructors");
            case METHOD -> has(words[0], "Methods") || lists(words[0], "methods", words[1]);
            case FIELD -> has(words[0], "Fields") || lists(words[0], "fields", words[1]);
            case CONSTRUCTOR -> has(name, "Constructors") || lists(name, "methods", "<init>");
            case RESOURCE -> isOnBoard(name);
            case SERVICE -> isOnBoard("META-INF/services/" + name);
            case PROXY -> proxies.contains(Set.of(words));
        };
    }

    private boolean isOnBoard(String resource) {
        return resources.stream().anyMatch(pattern -> pattern.matcher(resource).matches());
    }

    /** Whether all members of a kind are registered, to be used or at least to be listed. */
    private boolean has(String type, String members) {
        JsonNode entry = classes.getOrDefault(type, MissingNode.getInstance());
        return Stream.of("allDeclared", "allPublic", "queryAllDeclared", "queryAllPublic")
                .anyMatch(which -> entry.path(which + members).asBoolean());
    }

    private boolean lists(String type, String members, String name) {
        return elements(classes.getOrDefault(type, MissingNode.getInstance()).path(members))
                .anyMatch(member -> member.path("name").asText().equals(name));
    }
}
