package io.polygator.app;

import io.polygator.app.reflection.Records;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the build makes of the application. */
public enum Packaging {
    /** For a Java runtime. */
    JVM {
        @Override
        Optional<Path> program() {
            return Optional.of(TARGET.resolve("quarkus-app/quarkus-run.jar")).filter(Files::exists);
        }

        @Override
        List<String> command(Path program, Stream<String> properties) {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xshare:auto"));
            command.addAll(Records.options());
            properties.forEach(command::add);
            command.addAll(List.of("-jar", program.toString()));
            return command;
        }
    },
    /** One binary for this kind of machine. */
    NATIVE {
        @Override
        Optional<Path> program() {
            try (Stream<Path> files = Files.list(TARGET)) {
                return files.filter(file -> file.getFileName().toString().endsWith("-runner"))
                        .filter(Files::isExecutable)
                        .findFirst();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        List<String> command(Path program, Stream<String> properties) {
            return Stream.concat(Stream.of(program.toString()), properties).toList();
        }
    };

    private static final String BINARY_REQUIRED = "POLYGATOR_REQUIRE_BINARY";
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    /** Where it is, once it has been built. */
    abstract Optional<Path> program();

    abstract List<String> command(Path program, Stream<String> properties);

    /** Whether it would be wrong to go on without the binary. */
    static boolean isBinaryRequired() {
        return Boolean.parseBoolean(System.getenv(BINARY_REQUIRED));
    }

    /**
     * Those that the build has made.
     *
     * @throws AssertionError if {@value #BINARY_REQUIRED} is set to true and there is no binary
     */
    static List<Packaging> built() {
        if (isBinaryRequired() && NATIVE.program().isEmpty()) {
            throw new AssertionError("the binary has not been built");
        }
        return Stream.of(values())
                .filter(packaging -> packaging.program().isPresent())
                .toList();
    }

    /** What starts it with these system properties, {@code name=value}. */
    List<String> command(List<String> properties) {
        Path built = program().orElseThrow(() -> new AssertionError(this + " has not been built"));
        return command(built, properties.stream().map(property -> "-D" + property));
    }
}
