package io.polygator.simulator.programs;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which of the programs that a test needs this machine has. A test assumes that none is missing and is skipped
 * otherwise; where skipping must not go unnoticed, {@code POLYGATOR_REQUIRE_PROGRAMS=true}, as a system property or,
 * where that is not set, in the environment, makes it fail instead.
 *
 * <pre>{@code
 * @BeforeAll
 * static void needsPrograms() {
 *     assumeThat(RequiredPrograms.missing("ser2net", "socat")).isEmpty();
 * }
 * }</pre>
 */
public final class RequiredPrograms {
    private static final String REQUIRE = "POLYGATOR_REQUIRE_PROGRAMS";
    // Daemons such as ser2net are there, and an ordinary user's path does not lead there.
    private static final List<String> FURTHER_FOLDERS = List.of("/usr/local/sbin", "/usr/sbin", "/sbin");

    // Debian's package where it is not called as the program.
    private static final Map<String, String> PACKAGES = Map.of(
            "bearerbox", "kannel",
            "smsbox", "kannel",
            "smsd", "smstools",
            "gammu-smsd-inject", "gammu-smsd",
            "systemd-analyze", "systemd");

    private RequiredPrograms() {}

    /**
     * Those of the programs that are not installed, each with the remedy.
     *
     * @throws AssertionError if one is missing and all are required
     */
    public static List<String> missing(String... programs) {
        List<String> missing = Stream.of(programs)
                .filter(program -> find(program).isEmpty())
                .map(program -> program + " is not installed; try: apt-get install -y "
                        + PACKAGES.getOrDefault(program, program))
                .toList();
        if (!missing.isEmpty() && required()) {
            throw new AssertionError(missing + " (" + REQUIRE + " is set)");
        }
        return missing;
    }

    /** Where the program is. */
    static Optional<Path> find(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Arrays.stream(path.split(File.pathSeparator)), FURTHER_FOLDERS.stream())
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean required() {
        return Boolean.parseBoolean(System.getProperty(REQUIRE, System.getenv(REQUIRE)));
    }
}
