package io.polygator.bundle;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Makes OSGi bundles that Maven repositories do not hold. */
final class BundleFile {
    private BundleFile() {}

    /** One bundle of plain jars, which gives away all that is in them. */
    static Path ofJars(Path file, String version, List<Path> jars) throws Exception {
        try (Builder builder = new Builder()) {
            builder.setProperty(
                    "-includeresource",
                    jars.stream()
                            .map(jar -> "@" + jar + "!/!META-INF/versions/**")
                            .collect(Collectors.joining(",")));
            builder.setProperty("-exportcontents", "*;version=" + version);
            builder.setProperty("Import-Package", "*;resolution:=optional");
            return write(builder, file, version);
        }
    }

    /** The bundle of an activator: its package, from a folder of classes. */
    static Path ofActivator(Path file, File classes, Class<?> activator) throws Exception {
        try (Builder builder = new Builder()) {
            builder.addClasspath(classes);
            builder.setProperty("Private-Package", activator.getPackageName());
            builder.setProperty("Bundle-Activator", activator.getName());
            builder.setProperty("Import-Package", "!org.jspecify.*,*");
            return write(builder, file, "1.0.0");
        }
    }

    private static Path write(Builder builder, Path file, String version) throws Exception {
        builder.setBundleSymbolicName(file.getFileName().toString().replace(".jar", ""));
        builder.setBundleVersion(version);
        Jar jar = builder.build();
        if (!builder.isOk()) {
            throw new AssertionError("no bundle " + file + ": " + builder.getErrors());
        }
        Files.createDirectories(file.getParent());
        jar.write(file.toFile());
        return file;
    }
}
