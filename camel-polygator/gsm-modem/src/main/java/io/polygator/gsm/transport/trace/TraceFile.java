package io.polygator.gsm.transport.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One file of a transcript, which makes room when it is full: it becomes the predecessor {@code name.1}, whose own
 * predecessor is gone. Used by one thread.
 */
final class TraceFile {
    private final Path path;
    private final Path predecessor;
    private final long maximumOctets;
    private @Nullable OutputStream output;
    private long octets;

    TraceFile(Path path, long maximumOctets) {
        this.path = path;
        this.predecessor = path.resolveSibling(path.getFileName() + ".1");
        this.maximumOctets = maximumOctets;
    }

    void append(String line) throws IOException {
        byte[] bytes = (line + "\n").getBytes(UTF_8);
        OutputStream current = opened();
        if (octets > 0 && octets + bytes.length > maximumOctets) {
            current = rotated();
        }
        current.write(bytes);
        octets += bytes.length;
    }

    private OutputStream opened() throws IOException {
        OutputStream current = output;
        if (current == null) {
            current = new BufferedOutputStream(
                    Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
            output = current;
            octets = Files.size(path);
        }
        return current;
    }

    private OutputStream rotated() throws IOException {
        close();
        Files.move(path, predecessor, REPLACE_EXISTING);
        return opened();
    }

    void flush() throws IOException {
        OutputStream current = output;
        if (current != null) {
            current.flush();
        }
    }

    void close() throws IOException {
        OutputStream current = output;
        output = null;
        if (current != null) {
            current.close();
        }
    }
}
