package io.polygator.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Records at the end of a file, each on the disk before its thread goes on; what waits while the disk is busy is written
 * together next. Nothing that keeps messages for good can do with less. Thread-safe.
 */
final class ForcedFile implements AutoCloseable {
    private final FileChannel channel;
    private List<ByteBuffer> waiting = new ArrayList<>();
    private boolean writing;
    private long added;
    private long kept;

    ForcedFile(Path file) throws IOException {
        channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
    }

    void keep(byte[] record) throws IOException, InterruptedException {
        List<ByteBuffer> batch;
        long upTo;
        synchronized (this) {
            waiting.add(ByteBuffer.wrap(record));
            long mine = ++added;
            while (writing && kept < mine) {
                wait();
            }
            if (kept >= mine) {
                return;
            }
            writing = true;
            batch = waiting;
            waiting = new ArrayList<>();
            upTo = added;
        }
        write(batch);
        synchronized (this) {
            writing = false;
            kept = upTo;
            notifyAll();
        }
    }

    private void write(List<ByteBuffer> batch) throws IOException {
        ByteBuffer[] records = batch.toArray(ByteBuffer[]::new);
        for (long rest = batch.stream().mapToLong(ByteBuffer::remaining).sum(); rest > 0; ) {
            rest -= channel.write(records);
        }
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
