package io.polygator.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A command that a test runs to its end.
 *
 * @param environment what it finds there besides what this process does
 */
record Command(List<String> words, Path folder, Map<String, String> environment) {

    static Command of(Path folder, String... words) {
        return new Command(List.of(words), folder, Map.of());
    }

    Command with(Map<String, String> more) {
        return new Command(words, folder, more);
    }

    /** What it prints, errors too; it must end well. */
    String output() throws IOException, InterruptedException {
        Result result = run("");
        assertThat(result.exitCode()).as(words + "\n" + result.all()).isZero();
        return result.all();
    }

    /** @param input what it reads */
    Result run(String input) throws IOException, InterruptedException {
        Path errors = Files.createTempFile("errors", ".txt");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(words).directory(folder.toFile()).redirectError(errors.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            write(input, process);
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output, Files.readString(errors));
        } finally {
            Files.delete(errors);
        }
    }

    private static void write(String input, Process process) {
        try (Writer writer = process.outputWriter(StandardCharsets.UTF_8)) {
            writer.write(input);
        } catch (IOException e) {
            // It has ended without reading.
        }
    }

    /** How it ended, and what it printed. */
    record Result(int exitCode, String output, String errors) {
        String all() {
            return output + errors;
        }
    }
}
