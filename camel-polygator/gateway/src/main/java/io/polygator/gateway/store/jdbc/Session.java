package io.polygator.gateway.store.jdbc;

import io.polygator.gsm.octets.Octets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A connection with the statements prepared on it so far. Parameters are given as values of this project: moments,
 * flags, enumerations, octets, texts, numbers, and optional ones of these. One thread at a time.
 */
final class Session implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Session(Connection connection) {
        this.connection = connection;
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Reading<T> {
        T read(Row row) throws SQLException;
    }

    Connection connection() {
        return connection;
    }

    /** Changes rows; how many. */
    int change(String sql, Object... parameters) throws SQLException {
        return bound(sql, parameters).executeUpdate();
    }

    <T> List<T> list(Reading<T> reading, String sql, Object... parameters) throws SQLException {
        List<T> found = new ArrayList<>();
        try (ResultSet result = bound(sql, parameters).executeQuery()) {
            Row row = new Row(result);
            while (result.next()) {
                found.add(reading.read(row));
            }
        }
        return found;
    }

    /** The first row, if there is one. */
    <T> Optional<T> first(Reading<T> reading, String sql, Object... parameters) throws SQLException {
        return list(reading, sql, parameters).stream().findFirst();
    }

    /** Runs a statement that is not worth preparing. */
    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private PreparedStatement bound(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < parameters.length; i++) {
            bind(statement, i + 1, unwrapped(parameters[i]));
        }
        return statement;
    }

    private static @Nullable Object unwrapped(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? optional.get() : null;
        }
        if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? (Object) optional.getAsInt() : null;
        }
        return value;
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.NULL);
        } else if (value instanceof Instant moment) {
            statement.setLong(index, Times.millis(moment));
        } else if (value instanceof Duration duration) {
            statement.setLong(index, duration.toMillis());
        } else if (value instanceof Boolean flag) {
            statement.setInt(index, flag ? 1 : 0);
        } else if (value instanceof Integer number) {
            statement.setInt(index, number);
        } else if (value instanceof Long number) {
            statement.setLong(index, number);
        } else if (value instanceof Enum<?> constant) {
            statement.setString(index, constant.name());
        } else if (value instanceof Octets octets) {
            statement.setString(index, octets.toString());
        } else {
            statement.setString(index, EscapedText.escape(value.toString()));
        }
    }
}
