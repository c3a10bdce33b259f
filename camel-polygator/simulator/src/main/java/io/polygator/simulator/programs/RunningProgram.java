package io.polygator.simulator.programs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that runs until it is closed. Thread-safe. */
public final class RunningProgram implements AutoCloseable {
    private static final int LINES_KEPT = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String name;
    private final Process process;
    private final Deque<String> lastLines = new ArrayDeque<>();

    private RunningProgram(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    /**
     * Starts the program.
     *
     * @throws UncheckedIOException if it is not installed or does not start
     */
    public static RunningProgram start(String program, String... arguments) {
        Path path = RequiredPrograms.find(program)
                .orElseThrow(() -> new UncheckedIOException(new IOException(program + " is not installed")));
        List<String> command = new ArrayList<>(List.of(path.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            RunningProgram running = new RunningProgram(program, process);
            running.listen();
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        Thread listener = new Thread(this::keepLastLines, "output of " + name);
        listener.setDaemon(true);
        listener.start();
    }

    private void keepLastLines() {
        try (BufferedReader output = process.inputReader()) {
            String line;
            while ((line = output.readLine()) != null) {
                synchronized (lastLines) {
                    lastLines.add(line);
                    if (lastLines.size() > LINES_KEPT) {
                        lastLines.remove();
                    }
                }
            }
        } catch (IOException e) {
            // The program was ended while it spoke.
            return;
        }
    }

    /** What it printed lately, for the message of a test that fails. */
    public String output() {
        synchronized (lastLines) {
            return name + " printed:\n" + String.join("\n", lastLines);
        }
    }

    /**
     * Waits until it has printed the text.
     *
     * @throws AssertionError with what it printed instead, if the text does not come within ten seconds
     */
    public void awaitOutput(String text) {
        Eventually.await(() -> output().contains(text), this::output);
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** Ends it and all that it started at once, as a crash of the machine does, and waits until it is gone. */
    @Override
    public void close() {
        // smsd has a process for each modem, which would go on taking messages out of the spool.
        List<ProcessHandle> started = process.descendants().toList();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(name + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
