package io.polygator.camel.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The folders of the spool, and the ways of files from one to another: every step is one rename. */
record SpoolFolders(Path root) {
    Path outgoing(String name) {
        return file("outgoing", name);
    }

    Path checked(String name) {
        return file("checked", name);
    }

    private Path file(String folder, String name) {
        return root.resolve(folder).resolve(name);
    }

    /**
     * A file that another one includes.
     *
     * @throws SpoolFileException if it is not within the spool: not everything that this program may read is for those
     *     who may write here
     */
    SpoolFile included(String name) throws SpoolFileException, IOException {
        Path file = root.resolve(name).normalize();
        if (!file.startsWith(root.normalize()) || !Files.isRegularFile(file)) {
            throw new SpoolFileException("Include: " + name + ": is no file within the spool folder");
        }
        return SpoolFile.parse(read(file));
    }

    /** @throws SpoolFileException if it is longer than any message */
    static byte[] read(Path file) throws SpoolFileException, IOException {
        if (Files.size(file) > SpoolFile.MOST_OCTETS) {
            throw new SpoolFileException("the file has more than " + SpoolFile.MOST_OCTETS + " octets");
        }
        return Files.readAllBytes(file);
    }

    /** Gives a file that waits in a folder other contents. */
    void rewrite(Path file, SpoolFile contents) throws IOException {
        Path draft = file.resolveSibling("." + file.getFileName() + ".LOCK");
        Files.write(draft, contents.toByteArray());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Ends the waiting of a file. */
    void settle(String name, String folder, SpoolFile contents) throws IOException {
        Path from = checked(name);
        rewrite(from, contents);
        Files.createDirectories(root.resolve(folder));
        Files.move(from, file(folder, name), StandardCopyOption.ATOMIC_MOVE);
    }
}
