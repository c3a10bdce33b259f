package io.polygator.camel.polygator;

import io.polygator.gsm.transport.Transport;
import io.polygator.gsm.transport.trace.TraceFolder;
import io.polygator.gsm.transport.trace.TracingTransport;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The option {@code traceDirectory}: a redacted transcript of what is said on each channel, or nothing. */
final class ChannelTraces implements AutoCloseable {
    private static final long MOST_OCTETS = 2_000_000;

    private final Optional<TraceFolder> folder;

    private ChannelTraces(Optional<TraceFolder> folder) {
        this.folder = folder;
    }

    /** @param directory made if it does not exist; blank or absent writes nothing */
    static ChannelTraces in(@Nullable String directory) {
        if (directory == null || directory.isBlank()) {
            return new ChannelTraces(Optional.empty());
        }
        try {
            return new ChannelTraces(Optional.of(new TraceFolder(Path.of(directory), MOST_OCTETS)));
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException(
                    "option traceDirectory=" + directory + " of the polygator component cannot be used ("
                            + e.getMessage() + "): give a directory that can be written, or leave it out",
                    e);
        }
    }

    Transport trace(String channel, Transport transport) {
        return folder.<Transport>map(open -> new TracingTransport(transport, open.channel(channel)))
                .orElse(transport);
    }

    /** Writes what waits. */
    @Override
    public void close() {
        folder.ifPresent(TraceFolder::close);
    }
}
