package io.polygator.gsm.sms.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the vector files. */
public final class Vectors {
    private static final JsonNode PDU_VECTORS = read("pdu-vectors.json");
    private static final JsonNode TABLES = read("gsm7-tables.json");

    private Vectors() {}

    /** One table of {@code pdu-vectors.json}, row by row. */
    public static Stream<JsonNode> rows(String table) {
        return StreamSupport.stream(PDU_VECTORS.required(table).spliterator(), false);
    }

    /** {@code gsm7-tables.json}. */
    public static JsonNode alphabetTables() {
        return TABLES;
    }

    private static JsonNode read(String name) {
        try (InputStream file = Vectors.class.getResourceAsStream("/vectors/" + name)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(file, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
