package io.polygator.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Camel for Karaf, of whose bundles Maven Central holds only one, {@code camel-core-osgi}. Its own features file with
 * two features changed: {@code camel-core} and {@code camel-yaml-dsl} name that bundle, and others that are made here of
 * Camel's plain jars.
 */
final class CamelForKaraf {
    private static final String GROUP = "org.apache.camel.karaf";
    private static final String VERSION = Built.CAMEL_KARAF_VERSION;
    /** It asks for the springframework's bundles, whether they are wanted or not. */
    private static final Pattern OTHER_REPOSITORY = Pattern.compile("<repository>.*?</repository>");

    private CamelForKaraf() {}

    /** Puts it into a repository. */
    static void addTo(FileRepository repository, Path workFolder) throws Exception {
        // Components are found in bundles that import the Camel API from another one: hence more than one bundle
        for (String name : List.of("camel-api", "camel-engine", "camel-yaml")) {
            Path bundle = BundleFile.ofJars(workFolder.resolve(name + ".jar"), VERSION, jars(name));
            repository.add(bundle, GROUP, name, VERSION, ".jar");
        }
        Path features = workFolder.resolve("camel-features.xml");
        Files.writeString(features, features());
        repository.add(features, GROUP, "apache-camel", VERSION, "-features.xml");
    }

    private static List<Path> jars(String name) throws IOException {
        try (Stream<Path> jars = Files.list(Built.host("camel-for-karaf").resolve(name))) {
            return jars.sorted().toList();
        }
    }

    private static String features() throws IOException {
        String real =
                Files.readString(Built.host("camel-for-karaf/features/apache-camel-" + VERSION + "-features.xml"));
        String alone = OTHER_REPOSITORY.matcher(real).replaceAll("");
        String withCore = withFeature(alone, "camel-core", "", "camel-api", "camel-engine", "camel-core-osgi");
        return withFeature(
                withCore,
                "camel-yaml-dsl",
                "<feature>camel-core</feature><bundle>mvn:org.snakeyaml/snakeyaml-engine/2.10</bundle>",
                "camel-yaml");
    }

    private static String withFeature(String features, String name, String needs, String... bundles) {
        StringBuilder feature = new StringBuilder("<feature name=\"%s\" version=\"%s\">".formatted(name, VERSION));
        feature.append(needs);
        for (String bundle : bundles) {
            feature.append("<bundle>mvn:%s/%s/%s</bundle>".formatted(GROUP, bundle, VERSION));
        }
        Matcher real = Pattern.compile("<feature name=\"" + name + "\".*?\n    </feature>", Pattern.DOTALL)
                .matcher(features);
        if (!real.find()) {
            throw new AssertionError("Camel for Karaf " + VERSION + " has no feature " + name);
        }
        return real.replaceFirst(Matcher.quoteReplacement(feature + "</feature>"));
    }
}
