package io.polygator.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.polygator.gsm.octets.Octets;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object, taken out one by one; every error names the field. */
final class RequestFields {

    private final JsonNode object;

    private RequestFields(JsonNode object) {
        this.object = object;
    }

    /** The fields of a JSON text, refusing names that are not among the known. */
    static RequestFields read(String json, Set<String> known) throws ProblemException {
        JsonNode object = Json.readObject(json);
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                String shown = name.length() > 40 ? name.substring(0, 40) + "…" : name;
                throw wrong(shown, shown + " is unknown: known are " + String.join(", ", new TreeSet<>(known)));
            }
        }
        return new RequestFields(object);
    }

    /** The value, or empty when it is absent or null. */
    Optional<JsonNode> value(String field) {
        @Nullable JsonNode node = object.get(field);
        return node == null || node.isNull() ? Optional.empty() : Optional.of(node);
    }

    Optional<String> text(String field) throws ProblemException {
        Optional<JsonNode> node = value(field);
        if (node.isPresent() && !node.get().isTextual()) {
            throw wrong(field, field + " must be a text in quotes");
        }
        return node.map(JsonNode::textValue);
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
