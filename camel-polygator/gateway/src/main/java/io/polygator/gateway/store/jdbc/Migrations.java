package io.polygator.gateway.store.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * Brings the tables up to date. The scripts are listed here and not looked for on the class path, which finds nothing
 * in a native image. A new one is added at the end and never changed once it has been released.
 */
final class Migrations {
    private static final List<String> SCRIPTS = List.of("V1__baseline.sql");

    private Migrations() {}

    /**
     * Runs the scripts that the database has not seen.
     *
     * @param folder where the scripts of the dialect are, beside this class
     */
    static void run(DataSource database, String folder) throws SQLException {
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(database)
                    .table("schema_history")
                    .resourceProvider(new Scripts(folder))
                    .javaMigrationClassProvider(List::of)
                    .load()
                    .migrate();
        } catch (Exception e) {
            // Flyway also throws checked exceptions that it does not declare, which would end the store's threads
            throw asSqlException(e);
        }
    }

    private static SQLException asSqlException(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return new SQLException(failure.getMessage(), failure);
    }

    private record Scripts(String folder) implements ResourceProvider {
        @Override
        public @Nullable LoadableResource getResource(String name) {
            return SCRIPTS.contains(name) ? new Script(folder, name) : null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return SCRIPTS.stream()
                    .filter(name ->
                            name.startsWith(prefix) && Arrays.stream(suffixes).anyMatch(name::endsWith))
                    .<LoadableResource>map(name -> new Script(folder, name))
                    .toList();
        }
    }

    private static final class Script extends LoadableResource {
        private final String folder;
        private final String name;

        Script(String folder, String name) {
            this.folder = folder;
            this.name = name;
        }

        @Override
        public Reader read() {
            InputStream script = Migrations.class.getResourceAsStream(getRelativePath());
            if (script == null) {
                throw new UncheckedIOException(new IOException("the script " + getRelativePath() + " is not packaged"));
            }
            return new InputStreamReader(script, StandardCharsets.UTF_8);
        }

        @Override
        public String getAbsolutePath() {
            return getRelativePath();
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return getRelativePath();
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return folder + "/" + name;
        }
    }
}
