package io.polygator.app;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The routes of the release. */
final class ShippedRoutes {

    private ShippedRoutes() {}

    /** Copies them to a folder that does not exist yet. */
    static Path copyTo(Path folder) throws IOException {
        Files.createDirectory(folder);
        try (DirectoryStream<Path> shipped = Files.newDirectoryStream(Path.of("..", "routes"), "*.yaml")) {
            for (Path route : shipped) {
                Files.copy(route, folder.resolve(route.getFileName()));
            }
        }
        return folder;
    }
}
