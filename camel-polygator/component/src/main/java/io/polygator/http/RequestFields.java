package io.polygator.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.polygator.gsm.octets.Octets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object, taken out one by one; every error names the field. */
final class RequestFields {

    private final JsonNode object;
    private final String prefix;

    private RequestFields(JsonNode object, String prefix) {
        this.object = object;
        this.prefix = prefix;
    }

    /** The fields of a JSON text, refusing names that are not among the known. */
    static RequestFields read(String json, Set<String> known) throws ProblemException {
        return of(Json.readObject(json), "", known);
    }

    /**
     * The fields of an object within another.
     *
     * @param name of the object itself, empty for the outermost
     */
    static RequestFields of(JsonNode object, String name, Set<String> known) throws ProblemException {
        String prefix = name.isEmpty() ? "" : name + ".";
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String field = names.next();
            if (!known.contains(field)) {
                String shown = prefix + (field.length() > 40 ? field.substring(0, 40) + "…" : field);
                throw wrong(shown, shown + " is unknown: known are " + String.join(", ", new TreeSet<>(known)));
            }
        }
        return new RequestFields(object, prefix);
    }

    /** The value, or empty when it is absent or null. */
    Optional<JsonNode> value(String field) {
        @Nullable JsonNode node = object.get(field);
        return node == null || node.isNull() ? Optional.empty() : Optional.of(node);
    }

    Optional<String> text(String field) throws ProblemException {
        Optional<JsonNode> node = value(field);
        if (node.isPresent() && !node.get().isTextual()) {
            throw wrong(prefix + field, prefix + field + " must be a text in quotes");
        }
        return node.map(JsonNode::textValue);
    }

    /** An object of texts and numbers; empty when it is absent. */
    Map<String, String> texts(String field, int most) throws ProblemException {
        Optional<JsonNode> object = value(field);
        if (object.isEmpty()) {
            return Map.of();
        }
        String whole = prefix + field;
        if (!object.get().isObject() || object.get().size() > most) {
            throw wrong(whole, whole + " must be an object of at most " + most + " texts, such as {\"name\":\"Ann\"}");
        }
        Map<String, String> texts = new HashMap<>();
        for (Iterator<Map.Entry<String, JsonNode>> values = object.get().fields(); values.hasNext(); ) {
            Map.Entry<String, JsonNode> value = values.next();
            if (!value.getValue().isTextual() && !value.getValue().isNumber()) {
                String one = whole + "." + value.getKey();
                throw wrong(one, one + " must be a text in quotes or a number");
            }
            texts.put(value.getKey(), value.getValue().asText());
        }
        return texts;
    }

    /** Octets, written as hexadecimal digits. */
    Optional<Octets> octets(String field) throws ProblemException {
        Optional<String> hex = text(field);
        try {
            return hex.map(Octets::ofHex);
        } catch (IllegalArgumentException e) {
            throw wrong(field, field + " must be hexadecimal digits, two per octet");
        }
    }

    Optional<Boolean> flag(String field) throws ProblemException {
        Optional<JsonNode> node = value(field);
        if (node.isPresent() && !node.get().isBoolean()) {
            throw wrong(field, field + " must be true or false");
        }
        return node.map(JsonNode::booleanValue);
    }

    OptionalInt number(String field, int lowest, int highest) throws ProblemException {
        Optional<JsonNode> node = value(field);
        if (node.isEmpty()) {
            return OptionalInt.empty();
        }
        JsonNode number = node.get();
        if (!number.isIntegralNumber()
                || !number.canConvertToInt()
                || number.intValue() < lowest
                || number.intValue() > highest) {
            throw wrong(field, field + " must be a number from " + lowest + " to " + highest);
        }
        return OptionalInt.of(number.intValue());
    }

    static ProblemException wrong(String field, String detail) {
        return new ProblemException(Problem.wrongField(field, detail));
    }
}
