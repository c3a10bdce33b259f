package io.polygator.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.header.Attrs;
import aQute.bnd.header.Parameters;
import aQute.bnd.osgi.Analyzer;
import aQute.bnd.osgi.Descriptors.PackageRef;
import aQute.bnd.osgi.Jar;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is in the jar, what it asks of an OSGi container, and what its pom asks of Maven. */
@Tag("packaged")
class BundleJarIT {
    private static final Pattern MAVEN_DEPENDENCY = Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);
    private static final Pattern SCOPE = Pattern.compile("<scope>(.*?)</scope>");
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(.*?)</artifactId>");
    private static final Pattern CAMEL_CLASS = Pattern.compile("^class=(.+)$", Pattern.MULTILINE);

    /** Used by what Flyway and Jackson would do if the host had it; a container that lacks it loses nothing. */
    private static final Set<String> NEVER_REACHED = Set.of(
            "android",
            "io.polygator.internal.jackson.dataformat.toml",
            "io.polygator.internal.jackson.datatype.jsr310",
            "javax.annotation",
            "lombok",
            "org.apache.commons.logging",
            "org.apache.commons.text.similarity",
            "org.apache.logging.log4j",
            "org.checkerframework",
            "org.jboss",
            "org.jspecify.annotations",
            "org.osgi.framework");

    @Test
    void holdsOurClassesWithPrivateCopiesAndWhatNativeCodeNames() throws IOException {
        assertThat(entries().filter(name -> name.endsWith(".class")))
                .allMatch(name -> name.matches("(io/polygator|com/fazecast/jSerialComm|org/sqlite)/.*"));
        assertThat(entries())
                .contains(
                        "io/polygator/camel/polygator/PolygatorComponent.class",
                        "io/polygator/internal/jackson/databind/ObjectMapper.class",
                        "io/polygator/internal/flyway/core/Flyway.class",
                        "org/sqlite/native/Linux/x86_64/libsqlitejdbc.so",
                        "Linux/x86_64/libjSerialComm.so",
                        "META-INF/jandex.idx",
                        "META-INF/LICENSE");
    }

    @Test
    void everyServiceNamesAClassInside() throws IOException {
        Set<String> classes = entries().collect(Collectors.toSet());
        List<String> services = entries()
                .filter(name -> name.startsWith("META-INF/services/") && !name.endsWith("component.properties"))
                .toList();

        assertThat(services).contains("META-INF/services/org/apache/camel/component/polygator");
        for (String service : services) {
            assertThat(classesOf(service)).as(service).isNotEmpty().allSatisfy(name -> assertThat(classes)
                    .contains(name.replace('.', '/') + ".class"));
        }
    }

    @Test
    void importsEverythingItUsesAndOnlyThat() throws Exception {
        try (Jar jar = new Jar(Built.jar().toFile());
                Analyzer analyzer = new Analyzer(jar)) {
            analyzer.setProperty("Import-Package", "*");
            analyzer.setProperty("-noimportjava", "true");
            Parameters imports =
                    new Parameters(jar.getManifest().getMainAttributes().getValue("Import-Package"));
            analyzer.calcManifest();
            Set<String> used = analyzer.getImports().keySet().stream()
                    .map(PackageRef::getFQN)
                    .filter(name -> !jar.getDirectories().containsKey(name.replace('.', '/')))
                    .filter(name -> NEVER_REACHED.stream().noneMatch(never -> (name + ".").startsWith(never + ".")))
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(imports.keySet()).containsExactlyInAnyOrderElementsOf(used);
        }
    }

    @Test
    void asksForHostsOfTheRightVersionAndExportsItsInterfaceOnly() throws Exception {
        try (JarFile jar = new JarFile(Built.jar().toFile())) {
            Parameters imports =
                    new Parameters(jar.getManifest().getMainAttributes().getValue("Import-Package"));
            Parameters exports =
                    new Parameters(jar.getManifest().getMainAttributes().getValue("Export-Package"));

            assertThat(imports.entrySet())
                    .filteredOn(entry -> entry.getKey().startsWith("org.apache.camel"))
                    .isNotEmpty()
                    .allSatisfy(entry -> assertThat(entry.getValue()).containsEntry("version", "[4.14,5)"));
            assertThat(imports.get("org.postgresql.ds")).containsEntry("resolution:", "optional");
            assertThat(exports.keySet())
                    .containsExactlyInAnyOrder(
                            "io.polygator.camel.asterisk",
                            "io.polygator.camel.door",
                            "io.polygator.camel.eventsh",
                            "io.polygator.camel.http",
                            "io.polygator.camel.kannel",
                            "io.polygator.camel.modem",
                            "io.polygator.camel.polygator",
                            "io.polygator.camel.smpp",
                            "io.polygator.camel.spool",
                            "io.polygator.camel.webhook",
                            "io.polygator.gateway",
                            "io.polygator.gateway.message",
                            "io.polygator.gsm.modem",
                            "io.polygator.gsm.octets",
                            "io.polygator.gsm.sms.tpdu",
                            "io.polygator.http",
                            "io.polygator.http.client",
                            "io.polygator.http.eventsh",
                            "io.polygator.http.kannel");
            assertThat(exports.values()).extracting(Attrs::getVersion).doesNotContainNull();
        }
    }

    @Test
    void mavenBringsNettyAndSlf4jAndNoCamel() throws IOException {
        List<String> brought = new ArrayList<>();
        Matcher dependencies = MAVEN_DEPENDENCY.matcher(Files.readString(Built.reducedPom()));
        while (dependencies.find()) {
            String dependency = dependencies.group(1);
            if (first(SCOPE, dependency).matches("compile|runtime")) {
                brought.add(first(ARTIFACT, dependency));
            }
        }

        assertThat(brought).containsExactlyInAnyOrder("netty-handler", "slf4j-api");
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }

    private static Stream<String> entries() throws IOException {
        try (JarFile jar = new JarFile(Built.jar().toFile())) {
            return jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName).toList().stream();
        }
    }

    /** The classes that a file of Java's or of Camel's services names. */
    private static List<String> classesOf(String service) throws IOException {
        String text;
        try (JarFile jar = new JarFile(Built.jar().toFile())) {
            text = new String(jar.getInputStream(jar.getJarEntry(service)).readAllBytes(), UTF_8);
        }
        if (service.startsWith("META-INF/services/org/apache/camel/")) {
            return CAMEL_CLASS
                    .matcher(text)
                    .results()
                    .map(found -> found.group(1).strip())
                    .toList();
        }
        return text.lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
