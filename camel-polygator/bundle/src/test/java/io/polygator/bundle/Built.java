package io.polygator.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** What this build has made and copied, and with which versions; the pom tells. */
final class Built {
    static final String ARTIFACT = "camel-polygator-bundle";
    static final String VERSION = property("bundle.version");
    static final String CAMEL_KARAF_VERSION = property("camel-karaf.version");
    static final String KARAF_VERSION = property("karaf.version");

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private Built() {}

    static Path jar() {
        return TARGET.resolve(ARTIFACT + "-" + VERSION + ".jar");
    }

    /** What Maven hosts read: what is inside the jar is no dependency of it. */
    static Path reducedPom() {
        return TARGET.resolveSibling("dependency-reduced-pom.xml");
    }

    static Path parentPom() {
        return TARGET.resolve("../../../pom.xml").normalize();
    }

    static Path features() {
        return TARGET.resolve("features/features.xml");
    }

    /** Files of a host, copied by the build. */
    static Path host(String name) {
        return TARGET.resolve("hosts").resolve(name);
    }

    /** The local repository, which Maven has filled. */
    static Path localRepository() {
        return Path.of(property("local.repository"));
    }

    /** A new folder for one test, kept after it, so that a failure can be looked into. */
    static Path workFolder(Class<?> test) throws IOException {
        Path folder = Files.createDirectories(TARGET.resolve("work"));
        return Files.createTempDirectory(folder, test.getSimpleName() + "-");
    }

    /** A file beside the tests. */
    static Path testFile(String name) {
        return TARGET.resolveSibling("src/test/host").resolve(name);
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), () -> "run by Maven, which sets " + name);
    }
}
