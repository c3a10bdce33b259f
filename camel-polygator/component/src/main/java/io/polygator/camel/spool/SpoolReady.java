package io.polygator.camel.spool;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/**
 * Which files of the folder outgoing can be taken: those that nobody writes or locks, and whose name no other file has
 * that waits for its end. Thread-safe.
 */
public final class SpoolReady implements GenericFileFilter<File> {
    private static final Duration WRITTEN = Duration.ofSeconds(1);

    private final SpoolFolders folders;
    private final InstantSource clock;

    /** @param directory with the folders outgoing and checked */
    public SpoolReady(Path directory, InstantSource clock) {
        folders = new SpoolFolders(directory);
        this.clock = clock;
    }

    @Override
    public boolean accept(GenericFile<File> file) {
        String name = file.getFileNameOnly();
        return !name.startsWith(".")
                && !name.endsWith(".LOCK")
                && !Files.exists(folders.outgoing(name + ".LOCK"))
                && !Files.exists(folders.checked(name))
                && Instant.ofEpochMilli(file.getLastModified()).plus(WRITTEN).isBefore(clock.instant());
    }
}
