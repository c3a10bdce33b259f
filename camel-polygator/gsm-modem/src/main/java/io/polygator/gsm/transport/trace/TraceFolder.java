package io.polygator.gsm.transport.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The transcripts of many channels, a file each, written by one thread. When the disk is slower than the channels, lines
 * are dropped and counted rather than kept waiting. Whoever makes one closes it. Thread-safe.
 */
public final class TraceFolder implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TraceFolder.class);
    private static final int MAX_WAITING = 8192;
    private static final long CLOSE_SECONDS = 5;
    private static final Entry END = new Entry("", "");

    private final Path folder;
    private final long maximumOctets;
    private final BlockingQueue<Entry> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
    private final AtomicLong dropped = new AtomicLong();
    private final Map<String, TraceFile> files = new LinkedHashMap<>();
    private final Thread writer = new Thread(this::write, "polygator-trace");
    private final Set<String> failing = new HashSet<>();

    private record Entry(String channel, String line) {}

    private interface FileAction {
        void on(TraceFile file) throws IOException;
    }

    /**
     * Starts to write transcripts.
     *
     * @param folder made if it does not exist
     * @param maximumOctets of each file, at least 1; a channel has two files at most
     * @throws IOException if the folder cannot be made
     */
    public TraceFolder(Path folder, long maximumOctets) throws IOException {
        if (maximumOctets < 1) {
            throw new IllegalArgumentException("maximumOctets must be at least 1, was " + maximumOctets);
        }
        this.folder = Files.createDirectories(folder);
        this.maximumOctets = maximumOctets;
        writer.setDaemon(true);
        writer.start();
    }

    /**
     * The transcript of a channel, in the file {@code channel.trace}.
     *
     * @throws IllegalArgumentException if the name does not do for a file
     */
    public TraceSink channel(String name) {
        if (!name.matches("[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}")) {
            throw new IllegalArgumentException(
                    "channel name \"" + name + "\": use up to 100 letters, digits, '_', '.' and '-'");
        }
        return line -> {
            if (!waiting.offer(new Entry(name, line))) {
                dropped.incrementAndGet();
            }
        };
    }

    private void write() {
        try {
            for (Entry next = waiting.take(); !next.equals(END); next = waiting.take()) {
                append(next);
                if (waiting.isEmpty()) {
                    onEveryFile(TraceFile::flush);
                }
            }
        } catch (InterruptedException e) {
            log.debug("The writer of transcripts was interrupted; what waits is lost", e);
        } finally {
            onEveryFile(TraceFile::close);
        }
    }

    private void append(Entry entry) {
        TraceFile file = files.computeIfAbsent(
                entry.channel, name -> new TraceFile(folder.resolve(name + ".trace"), maximumOctets));
        try {
            long lost = dropped.getAndSet(0);
            if (lost > 0) {
                file.append("# " + lost + " lines of all channels were dropped: the disk is too slow");
            }
            file.append(entry.line);
            failing.remove(entry.channel);
        } catch (IOException e) {
            failed(entry.channel, e);
        }
    }

    private void onEveryFile(FileAction action) {
        files.forEach((channel, file) -> {
            try {
                action.on(file);
            } catch (IOException e) {
                failed(channel, e);
            }
        });
    }

    // Said once until the channel's file can be written again: a full disk must not fill the log as well.
    private void failed(String channel, IOException e) {
        if (failing.add(channel)) {
            log.warn(
                    "The transcript of {} cannot be written; check space and permissions of {}: {}",
                    channel,
                    folder,
                    e.toString());
        }
    }

    /** Writes what waits and ends the thread; waits for it for a few seconds. */
    @Override
    public void close() {
        try {
            if (waiting.offer(END, CLOSE_SECONDS, TimeUnit.SECONDS)) {
                writer.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        writer.interrupt();
    }
}
