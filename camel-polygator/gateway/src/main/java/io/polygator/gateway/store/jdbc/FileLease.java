package io.polygator.gateway.store.jdbc;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps other processes off a file while this one lives. The system releases it whatever way the process ends. */
final class FileLease implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileLease.class);

    private final Path file;
    private final FileChannel channel;

    private FileLease(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes the lease of a lock file, which is made if it is not there. */
    static FileLease take(Path file) throws SQLException {
        try {
            if (!Files.exists(file)) {
                Files.createFile(file, SqliteDialect.ownerOnly());
            }
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw inUse(file);
            }
            return new FileLease(file, channel);
        } catch (IOException e) {
            throw new TroubleException(Trouble.NOT_OPENED, e.toString(), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.warn("the lock on {} could not be released: {}", file, e.toString());
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // this very process has it
        }
    }

    private static TroubleException inUse(Path file) {
        String detail = "the lock on " + file + " is taken";
        return new TroubleException(Trouble.IN_USE, detail, new IllegalStateException(detail));
    }
}
