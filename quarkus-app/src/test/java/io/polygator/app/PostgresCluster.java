package io.polygator.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PostgreSQL of Debian's package for one test, on a port of this machine; everybody is its superuser. It refuses to run as
 * root, so root starts it as the user {@code nobody}.
 */
final class PostgresCluster implements AutoCloseable {
    private static final Path PACKAGED = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path folder;
    private final int port;

    private PostgresCluster(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** The folder of its programs, where it is installed. */
    static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(PACKAGED)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(PACKAGED)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }

    /** Returns when it answers. */
    static PostgresCluster start(Path programs, int port) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("polygator-postgresql");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        PostgresCluster cluster = new PostgresCluster(programs, folder, port);
        cluster.run("initdb", "-U", "gateway", "--auth=trust", "--no-sync", "-E", "UTF8");
        cluster.run(
                "pg_ctl",
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off",
                "start");
        return cluster;
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("pg_ctl", "-w", "-m", "immediate", "stop");
        Command.of(programs, "rm", "-r", folder.toString()).output();
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            words.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        }
        words.addAll(List.of(
                programs.resolve(program).toString(),
                "-D",
                folder.resolve("data").toString()));
        words.addAll(List.of(arguments));
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                // the server keeps what pg_ctl writes to
                .redirectOutput(folder.resolve(program + ".log").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new AssertionError(words + "\n" + Files.readString(folder.resolve(program + ".log")));
        }
    }
}
