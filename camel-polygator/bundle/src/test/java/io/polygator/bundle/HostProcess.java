package io.polygator.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Camel runtime in a process of its own. Ends with the test. */
final class HostProcess implements AutoCloseable {
    private static final int ENDS_WITHIN_SECONDS = 20;
    private static final int TOLD_LINES = 60;

    private final Process process;
    private final Path folder;

    private HostProcess(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /**
     * Starts it.
     *
     * @param folder where it works, and where its output and its logs go
     */
    static HostProcess start(List<String> command, Path folder, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("host.log").toFile());
        builder.environment().putAll(environment);
        return new HostProcess(builder.start(), folder);
    }

    /** The {@code java} that runs the tests. */
    static String java() {
        return javaHome().resolve("bin/java").toString();
    }

    static Path javaHome() {
        return Path.of(System.getProperty("java.home"));
    }

    boolean ended() {
        return !process.isAlive();
    }

    /** The end of what it said and logged, for the message of a failure. */
    String lastWords() throws IOException {
        String state = process.isAlive() ? "is running" : "ended with " + process.exitValue();
        StringBuilder words = new StringBuilder("the host " + state);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path log : files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList()) {
                List<String> lines = Files.readAllLines(log);
                words.append("\nthe end of ").append(log).append(":\n");
                words.append(String.join("\n", lines.subList(Math.max(0, lines.size() - TOLD_LINES), lines.size())));
            }
        }
        return words.toString();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
