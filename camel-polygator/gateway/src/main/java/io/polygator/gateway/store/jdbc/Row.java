package io.polygator.gateway.store.jdbc;

import io.polygator.gsm.octets.Octets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** The row that a result stands on, in the types of this project. */
final class Row {
    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    String text(String column) throws SQLException {
        return textIfAny(column).orElseThrow(() -> new SQLException("column " + column + " is empty"));
    }

    Optional<String> textIfAny(String column) throws SQLException {
        return Optional.ofNullable(result.getString(column)).map(EscapedText::unescape);
    }

    /** A text that names a value. */
    <T> T named(String column, Function<String, T> reading) throws SQLException {
        String text = text(column);
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException e) {
            throw new SQLException("column " + column + " holds what cannot be read: " + e.getMessage(), e);
        }
    }

    /** The same where there may be none. */
    <T> Optional<T> namedIfAny(String column, Function<String, T> reading) throws SQLException {
        return textIfAny(column).isPresent() ? Optional.of(named(column, reading)) : Optional.empty();
    }

    Octets octets(String column) throws SQLException {
        return named(column, Octets::ofHex);
    }

    long number(String column) throws SQLException {
        return result.getLong(column);
    }

    int integer(String column) throws SQLException {
        return result.getInt(column);
    }

    OptionalInt integerIfAny(String column) throws SQLException {
        int value = result.getInt(column);
        return result.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    boolean flag(String column) throws SQLException {
        return result.getInt(column) != 0;
    }

    Instant moment(String column) throws SQLException {
        return Instant.ofEpochMilli(result.getLong(column));
    }

    Optional<Instant> momentIfAny(String column) throws SQLException {
        long value = result.getLong(column);
        return result.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(value));
    }
}
