package io.polygator.gsm.transport.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceFolderTest {
    private final Path folder;

    TraceFolderTest(@TempDir Path folder) {
        this.folder = folder.resolve("traces");
    }

    @Test
    void keepsAFilePerChannel() throws IOException {
        try (TraceFolder traces = new TraceFolder(folder, 10_000)) {
            traces.channel("g8-1").line("one");
            traces.channel("g8-2").line("two");
            traces.channel("g8-1").line("three");
        }
        assertThat(Files.readAllLines(folder.resolve("g8-1.trace"))).containsExactly("one", "three");
        assertThat(Files.readAllLines(folder.resolve("g8-2.trace"))).containsExactly("two");
    }

    @Test
    void keepsTheLatestLinesInTwoFilesOfBoundedSize() throws IOException {
        try (TraceFolder traces = new TraceFolder(folder, 100)) {
            TraceSink sink = traces.channel("g8-1");
            IntStream.range(0, 100).forEach(number -> sink.line("line " + number));
        }
        Path current = folder.resolve("g8-1.trace");
        Path predecessor = folder.resolve("g8-1.trace.1");
        assertThat(Files.size(current)).isBetween(1L, 100L);
        assertThat(Files.size(predecessor)).isBetween(1L, 100L);
        List<String> kept = Stream.of(predecessor, current)
                .flatMap(file -> linesOf(file).stream())
                .toList();
        assertThat(kept).last().isEqualTo("line 99");
        assertThat(kept)
                .containsExactlyElementsOf(IntStream.range(100 - kept.size(), 100)
                        .mapToObj(number -> "line " + number)
                        .toList());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void goesOnWithTheFileOfAnEarlierRun() throws IOException {
        for (String line : List.of("first run", "second run")) {
            try (TraceFolder traces = new TraceFolder(folder, 10_000)) {
                traces.channel("g8-1").line(line);
            }
        }
        assertThat(Files.readAllLines(folder.resolve("g8-1.trace"))).containsExactly("first run", "second run");
    }

    @Test
    void outlivesAFileThatCannotBeWritten() throws IOException {
        Files.createDirectories(folder.resolve("g8-1.trace"));
        try (TraceFolder traces = new TraceFolder(folder, 10_000)) {
            traces.channel("g8-1").line("lost");
            traces.channel("g8-2").line("kept");
        }
        assertThat(Files.readAllLines(folder.resolve("g8-2.trace"))).containsExactly("kept");
    }

    @Test
    void refusesANameThatLeadsElsewhere() throws IOException {
        try (TraceFolder traces = new TraceFolder(folder, 10_000)) {
            assertThatThrownBy(() -> traces.channel("../../etc/passwd"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("letters, digits");
        }
    }

    @Test
    void refusesASizeWithoutRoom() {
        assertThatThrownBy(() -> new TraceFolder(folder, 0)).hasMessageContaining("maximumOctets");
    }

    private static List<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
