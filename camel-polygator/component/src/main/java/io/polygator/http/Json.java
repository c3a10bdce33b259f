package io.polygator.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON texts: bounded when read, compact when written. Thread-safe. */
public final class Json {
    /** The longest request in characters. */
    static final int LONGEST = 256 * 1024;

    private static final int DEEPEST = 8;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST)
                    .maxDocumentLength(LONGEST)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private Json() {}

    /** Reads one JSON object. */
    public static JsonNode readObject(String text) throws ProblemException {
        if (text.length() > LONGEST) {
            throw new ProblemException(Problem.tooLarge("the request is longer than " + LONGEST + " characters"));
        }
        try {
            JsonNode node = MAPPER.readTree(text);
            if (!node.isObject()) {
                throw new ProblemException(Problem.wrongBody("the body must be a JSON object"));
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new ProblemException(Problem.wrongBody("the body is no JSON: " + where(e)));
        }
    }

    private static String where(JsonProcessingException e) {
        return e.getLocation() == null
                ? "it cannot be read"
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    /** An empty object; what is put into it is written in that order, unlike the entries of {@link Map#of()}. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Writes one of this package's records, a list or map of them, or an {@link #object()}. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fields of one of this package's records that have no structure of their own, each as its text. */
    public static Map<String, String> fields(Object value) {
        Map<String, String> fields = new LinkedHashMap<>();
        MAPPER.valueToTree(value).fields().forEachRemaining(field -> {
            if (field.getValue().isValueNode()) {
                fields.put(field.getKey(), field.getValue().asText());
            }
        });
        return fields;
    }
}
