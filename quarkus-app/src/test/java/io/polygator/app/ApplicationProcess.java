package io.polygator.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The packaged application in a process of its own. */
public final class ApplicationProcess implements AutoCloseable {
    private static final String READY = "HTTP API on";
    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final Duration DEAD_WITHIN = Duration.ofSeconds(30);

    private final Process process;
    private final Path log;
    private final CountDownLatch readyOrEnded = new CountDownLatch(1);
    private volatile boolean ready;

    private ApplicationProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        Thread reader = new Thread(this::readOutput, "output of the application");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts it.
     *
     * @param folder where it works
     * @param settings system properties, {@code name=value}
     */
    public static ApplicationProcess start(Packaging packaging, Path folder, List<String> settings) {
        return start(packaging, folder, settings, Map.of());
    }

    /** The same, with some variables more in its environment. */
    static ApplicationProcess start(
            Packaging packaging, Path folder, List<String> settings, Map<String, String> environment) {
        try {
            Path temporary = Files.createDirectories(folder.resolve("tmp"));
            List<String> properties = new ArrayList<>(List.of("java.io.tmpdir=" + temporary));
            properties.addAll(settings);
            ProcessBuilder builder = new ProcessBuilder(packaging.command(properties))
                    .directory(folder.toFile())
                    .redirectErrorStream(true);
            builder.environment().putAll(environment);
            return new ApplicationProcess(builder.start(), folder.resolve("application.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readOutput() {
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                if (line.contains(READY)) {
                    ready = true;
                    readyOrEnded.countDown();
                }
            }
        } catch (IOException e) {
            // The pipe of a killed process may break instead of ending.
        } finally {
            readyOrEnded.countDown();
        }
    }

    /** Waits until it serves. */
    public void awaitReady() throws InterruptedException {
        boolean inTime = readyOrEnded.await(READY_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        if (!inTime || !ready) {
            throw new AssertionError("the application did not become ready, see " + log);
        }
    }

    /** Waits until it has written a line that contains this. */
    void awaitLine(String part) {
        await().atMost(READY_WITHIN).untilAsserted(() -> assertThat(lines()).anyMatch(line -> line.contains(part)));
    }

    /** What it has written so far. */
    List<String> lines() throws IOException {
        return Files.readAllLines(log);
    }

    /** Lets it live for so long; it must not end by itself. */
    public void live(Duration time) throws InterruptedException {
        if (process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("the application ended by itself with " + process.exitValue() + ", see " + log);
        }
    }

    /** Ends it as kill -9 does: nothing of it runs after that. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(DEAD_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("process " + process.pid() + " survived kill -9");
        }
    }

    /** Ends it as an operator does; it must end by itself then. */
    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(DEAD_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("process " + process.pid() + " did not end on SIGTERM, see " + log);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
