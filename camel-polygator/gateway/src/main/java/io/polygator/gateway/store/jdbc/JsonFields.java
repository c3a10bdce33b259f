package io.polygator.gateway.store.jdbc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.polygator.gsm.octets.Octets;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One JSON object in the types of this project, written and read without reflection. Absent values have no field;
 * unknown fields are passed over.
 */
final class JsonFields {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Map<String, Object> fields;

    JsonFields() {
        this(new LinkedHashMap<>());
    }

    private JsonFields(Map<String, Object> fields) {
        this.fields = fields;
    }

    /** Adds a field: a text, number, flag, moment, octets, constant, object, list of objects, or an optional one. */
    JsonFields with(String name, Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> with(name, present));
        } else if (value instanceof OptionalInt optional) {
            optional.ifPresent(present -> with(name, present));
        } else if (value instanceof Enum<?> constant) {
            fields.put(name, constant.name());
        } else if (value instanceof Number || value instanceof Boolean || value instanceof List<?>) {
            fields.put(name, value);
        } else if (value instanceof JsonFields object) {
            fields.put(name, object);
        } else {
            fields.put(name, value.toString());
        }
        return this;
    }

    String write() {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            writeObject(generator, fields);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail", e);
        }
        return text.toString();
    }

    /** @throws IllegalArgumentException if the text is no JSON object */
    static JsonFields read(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("no JSON object");
            }
            return readObject(parser);
        } catch (IOException e) {
            throw new IllegalArgumentException("no JSON object", e);
        }
    }

    /** @throws IllegalArgumentException if the field is absent or of another type, as in all that follow */
    String text(String name) {
        return need(name, textIfAny(name));
    }

    Optional<String> textIfAny(String name) {
        return value(name, String.class);
    }

    long number(String name) {
        return need(name, value(name, Number.class)).longValue();
    }

    int integer(String name) {
        return (int) number(name);
    }

    OptionalInt integerIfAny(String name) {
        Optional<Number> value = value(name, Number.class);
        return value.isPresent() ? OptionalInt.of(value.get().intValue()) : OptionalInt.empty();
    }

    boolean flag(String name) {
        return need(name, value(name, Boolean.class));
    }

    Instant moment(String name) {
        return Instant.parse(text(name));
    }

    Optional<Instant> momentIfAny(String name) {
        return textIfAny(name).map(Instant::parse);
    }

    Octets octets(String name) {
        return Octets.ofHex(text(name));
    }

    JsonFields object(String name) {
        return need(name, value(name, JsonFields.class));
    }

    Optional<JsonFields> objectIfAny(String name) {
        return value(name, JsonFields.class);
    }

    List<JsonFields> objects(String name) {
        return elements(name, JsonFields.class);
    }

    List<String> texts(String name) {
        return elements(name, String.class);
    }

    private <T> List<T> elements(String name, Class<T> type) {
        List<T> elements = new ArrayList<>();
        for (Object element : need(name, value(name, List.class))) {
            elements.add(type.cast(element));
        }
        return elements;
    }

    private <T> Optional<T> value(String name, Class<T> type) {
        return Optional.ofNullable(fields.get(name)).filter(type::isInstance).map(type::cast);
    }

    private static <T> T need(String name, Optional<T> value) {
        return value.orElseThrow(() -> new IllegalArgumentException("the field " + name + " is missing"));
    }

    private static void writeObject(JsonGenerator generator, Map<String, Object> object) throws IOException {
        generator.writeStartObject();
        for (Map.Entry<String, Object> field : object.entrySet()) {
            generator.writeFieldName(field.getKey());
            writeValue(generator, field.getValue());
        }
        generator.writeEndObject();
    }

    private static void writeValue(JsonGenerator generator, Object value) throws IOException {
        if (value instanceof JsonFields object) {
            writeObject(generator, object.fields);
        } else if (value instanceof List<?> list) {
            generator.writeStartArray();
            for (Object element : list) {
                writeValue(generator, element);
            }
            generator.writeEndArray();
        } else if (value instanceof Boolean flag) {
            generator.writeBoolean(flag);
        } else if (value instanceof Number number) {
            generator.writeNumber(number.longValue());
        } else {
            generator.writeString(value.toString());
        }
    }

    private static JsonFields readObject(JsonParser parser) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            readValue(parser, parser.nextToken()).ifPresent(value -> fields.put(name, value));
        }
        return new JsonFields(fields);
    }

    private static Optional<Object> readValue(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> Optional.of(readObject(parser));
            case START_ARRAY -> Optional.of(readArray(parser));
            case VALUE_TRUE -> Optional.of(true);
            case VALUE_FALSE -> Optional.of(false);
            case VALUE_NUMBER_INT -> Optional.of(parser.getLongValue());
            case VALUE_STRING -> Optional.of(parser.getText());
            default -> Optional.empty();
        };
    }

    private static List<Object> readArray(JsonParser parser) throws IOException {
        List<Object> elements = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            readValue(parser, token).ifPresent(elements::add);
        }
        return elements;
    }
}
