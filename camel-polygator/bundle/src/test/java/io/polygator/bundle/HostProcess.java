package io.polygator.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Camel runtime in a process of its own. Ends with the test. */
final class HostProcess implements AutoCloseable {
    private static final int ENDS_WITHIN_SECONDS = 20;
    private static final int TOLD_LINES = 60;

    private final Process process;
    private final Path log;

    private HostProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it.
     *
     * @param folder where it works, and where its output goes
     */
    static HostProcess start(List<String> command, Path folder, Map<String, String> environment) throws IOException {
        Path log = folder.resolve("host.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new HostProcess(builder.start(), log);
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

    /** The end of what it said, for the message of a failure. */
    String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(log);
        List<String> last = lines.subList(Math.max(0, lines.size() - TOLD_LINES), lines.size());
        String state = process.isAlive() ? "is running" : "ended with " + process.exitValue();
        return "the host " + state + "; the end of " + log + ":\n" + String.join("\n", last);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
