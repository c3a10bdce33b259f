package io.polygator.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;

/** What a figure was measured on. */
final class Machine {
    private static final int WRITES = 200;
    private static final int BLOCK = 4096;

    private Machine() {}

    /** One line: cores, Java, and how long the disk below this folder takes to keep a block for good. */
    static String describe(Path folder) throws IOException {
        long[] nanos = timesOfSync(folder);
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT,
                "Machine: %d cores, %s %s, %s; a block of 4 KiB is on the disk after %.2f ms (median of %d, 95%% within %.2f ms)",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name"),
                System.getProperty("java.version"),
                System.getProperty("os.name"),
                nanos[WRITES / 2] / 1e6,
                WRITES,
                nanos[WRITES * 95 / 100] / 1e6);
    }

    private static long[] timesOfSync(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "sync", ".bin");
        long[] nanos = new long[WRITES];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int write = 0; write < WRITES; write++) {
                long begun = System.nanoTime();
                channel.write(ByteBuffer.allocate(BLOCK));
                channel.force(false);
                nanos[write] = System.nanoTime() - begun;
            }
        } finally {
            Files.delete(file);
        }
        return nanos;
    }
}
