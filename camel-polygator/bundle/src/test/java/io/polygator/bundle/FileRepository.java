package io.polygator.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Maven repository in a folder, in place of those on the internet. */
record FileRepository(Path folder) {
    /** Adds a copy of a file as {@code group:artifact:version}. */
    void add(Path file, String group, String artifact, String version, String ending) throws IOException {
        Path copy = file(group, artifact, version, ending);
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
    }

    /** Where {@code group:artifact:version} is, if it is there. */
    Path file(String group, String artifact, String version, String ending) {
        return folder.resolve(group.replace('.', '/'))
                .resolve(artifact)
                .resolve(version)
                .resolve(artifact + "-" + version + ending);
    }

    String url() {
        return folder.toUri().toString();
    }
}
