package io.polygator.benchmarks;

import io.polygator.gateway.store.MessageStore;
import io.polygator.gateway.store.jdbc.JdbcSettings;
import io.polygator.gateway.store.jdbc.JdbcStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The stores that are measured: SQLite in a folder below the working directory, and PostgreSQL when
 * {@code POLYGATOR_BENCHMARK_POSTGRESQL} holds its JDBC URL ({@code _USER} and {@code _PASSWORD} who logs in);
 * everything in that database is lost.
 */
final class BenchmarkStores implements AutoCloseable {
    private final Path folder;
    private final Optional<String> postgresql = Optional.ofNullable(System.getenv("POLYGATOR_BENCHMARK_POSTGRESQL"));

    private BenchmarkStores(Path folder) {
        this.folder = folder;
    }

    /** Which database. */
    enum Kind {
        SQLITE("SQLite"),
        POSTGRESQL("PostgreSQL");

        private final String displayed;

        Kind(String displayed) {
            this.displayed = displayed;
        }

        @Override
        public String toString() {
            return displayed;
        }
    }

    static BenchmarkStores here() throws IOException {
        Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
        return new BenchmarkStores(Files.createTempDirectory(target, "stores"));
    }

    /** Where SQLite's files are. */
    Path folder() {
        return folder;
    }

    /** The same without any file. */
    Path emptied() throws IOException {
        deleteFiles();
        return folder;
    }

    Set<Kind> available() {
        return postgresql.isPresent() ? EnumSet.allOf(Kind.class) : EnumSet.of(Kind.SQLITE);
    }

    /** A store that holds nothing. */
    MessageStore openEmpty(Kind kind, int groupCommit) throws IOException {
        switch (kind) {
            case SQLITE -> deleteFiles();
            case POSTGRESQL -> dropTables();
        }
        return openExisting(kind, groupCommit);
    }

    /**
     * The store as it was closed last.
     *
     * @param groupCommit how many changes may share a commit
     */
    MessageStore openExisting(Kind kind, int groupCommit) {
        JdbcSettings settings = JdbcSettings.defaults().withGroupCommit(groupCommit);
        return switch (kind) {
            case SQLITE -> JdbcStores.sqlite(folder.resolve("polygator.db"), settings);
            case POSTGRESQL -> JdbcStores.postgresql(postgresql.orElseThrow(), user(), password(), settings);
        };
    }

    private void dropTables() {
        try (Connection connection = DriverManager.getConnection(postgresql.orElseThrow(), user(), password());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA public CASCADE");
            statement.execute("CREATE SCHEMA public");
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be emptied: " + e.getMessage(), e);
        }
    }

    private static String user() {
        return System.getenv().getOrDefault("POLYGATOR_BENCHMARK_POSTGRESQL_USER", "postgres");
    }

    private static String password() {
        return System.getenv().getOrDefault("POLYGATOR_BENCHMARK_POSTGRESQL_PASSWORD", "");
    }

    private void deleteFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        deleteFiles();
        Files.delete(folder);
    }
}
