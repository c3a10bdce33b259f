package io.polygator.gateway.store.jdbc;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server of Debian's package, started for a test on a free port of this machine. It does not wait for the
 * disk. The server refuses to run as root, so root starts it as the user {@code nobody}.
 */
final class PostgresServer implements AutoCloseable {
    static final String USER = "gateway";
    static final String PASSWORD = "of no use";

    private static final String REQUIRE = "POLYGATOR_REQUIRE_PROGRAMS";
    private static final Path PACKAGED = Path.of("/usr/lib/postgresql");
    private static final Duration START = Duration.ofSeconds(60);

    private final Path programs;
    private final Path folder;
    private final int port;
    private @Nullable Process server;
    private int databases;

    private PostgresServer(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /**
     * What is missing, with the remedy; empty when nothing is.
     *
     * @throws AssertionError if it is missing and required
     */
    static List<String> missing() {
        List<String> missing = programs().isPresent()
                ? List.of()
                : List.of("PostgreSQL is not installed; try: apt-get install -y postgresql");
        if (!missing.isEmpty() && Boolean.parseBoolean(System.getProperty(REQUIRE, System.getenv(REQUIRE)))) {
            throw new AssertionError(missing + " (" + REQUIRE + " is set)");
        }
        return missing;
    }

    /** Makes a server and starts it. */
    static PostgresServer start() {
        try {
            Path programs = programs().orElseThrow();
            Path folder = Files.createTempDirectory("polygator-postgresql");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
            PostgresServer server = new PostgresServer(programs, folder, freePort());
            server.run("initdb", "-D", server.data(), "-U", USER, "--auth=trust", "--no-sync", "-E", "UTF8");
            server.startAgain();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it after {@link #stop}; returns when it answers. */
    void startAgain() {
        server = begin(
                "postgres",
                "-D",
                data(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=off");
        Awaitility.await().atMost(START).ignoreExceptions().until(() -> {
            connect("postgres").close();
            return true;
        });
    }

    /** Ends it at once, as a power cut would end its connections. */
    void stop() {
        Process running = server;
        server = null;
        if (running != null) {
            run("pg_ctl", "-D", data(), "-m", "immediate", "stop");
            await(running);
        }
    }

    /** The URL of a new, empty database. */
    String newDatabase() {
        databases++;
        String name = "test" + databases;
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return url(name);
    }

    @Override
    public void close() {
        stop();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), USER, PASSWORD);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void run(String program, String... arguments) {
        Process process = begin(program, arguments);
        await(process);
        if (process.exitValue() != 0) {
            throw new IllegalStateException(program + " failed, see " + log(program));
        }
    }

    private Process begin(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(Arrays.asList(arguments));
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(log(program).toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log(String program) {
        return folder.resolve(program + ".log");
    }

    private static void await(Process process) {
        try {
            if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("a program of PostgreSQL does not end: " + process.info());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Optional<Path> programs() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(
                        packaged().stream(),
                        Arrays.stream(path.split(File.pathSeparator))
                                .filter(name -> !name.isEmpty())
                                .map(Path::of))
                .filter(programs -> Files.isExecutable(programs.resolve("initdb")))
                .findFirst();
    }

    private static List<Path> packaged() {
        if (!Files.isDirectory(PACKAGED)) {
            return List.of();
        }
        try (Stream<Path> versions = Files.list(PACKAGED)) {
            return versions.map(version -> version.resolve("bin"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
