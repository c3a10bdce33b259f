package io.polygator.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes requests from schemas: right ones from their examples, and wrong ones, each wrong in one known field. */
record ContractSamples(ContractDocument document) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String TOO_LONG_FOR_ALL = "x".repeat(70);

    /**
     * A body that must be refused.
     *
     * @param field what the refusal must name
     */
    record Wrong(String what, String field, JsonNode body) {
        @Override
        public String toString() {
            return what + " " + field;
        }
    }

    /** What is right for every required field and for those that the schema gives an example of. */
    JsonNode right(JsonNode schema) {
        JsonNode resolved = document.resolved(schema);
        return resolved.path("example").deepCopy();
    }

    /** Right bodies: the example, and the example with each other field. */
    List<JsonNode> rightOnes(JsonNode schema) {
        List<JsonNode> bodies = new ArrayList<>();
        bodies.add(right(schema));
        document.resolved(schema).path("examples").forEach(bodies::add);
        return bodies;
    }

    List<Wrong> wrongOnes(JsonNode schema) {
        ObjectNode right = (ObjectNode) right(schema);
        List<Wrong> wrong = new ArrayList<>();
        wrong.add(new Wrong("unknown", "colour", right.deepCopy().put("colour", "red")));
        schema.path("required").forEach(name -> {
            ObjectNode without = right.deepCopy();
            without.remove(name.asText());
            wrong.add(new Wrong("missing", name.asText(), without));
        });
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            values(document.resolved(property.getValue()))
                    .forEach(value -> wrong.add(new Wrong(
                            "wrong value " + shown(value),
                            property.getKey(),
                            right.deepCopy().set(property.getKey(), value))));
        }
        return wrong;
    }

    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() > 40 ? text.substring(0, 40) + "… (" + text.length() + ")" : text;
    }

    /** Values that do not fit the schema. */
    List<JsonNode> values(JsonNode schema) {
        List<JsonNode> candidates = new ArrayList<>(List.of(
                JSON.booleanNode(true),
                JSON.numberNode(7.5),
                JSON.numberNode(-1),
                JSON.numberNode(Long.MAX_VALUE),
                JSON.numberNode(7),
                JSON.textNode(""),
                JSON.textNode(" "),
                JSON.textNode("ünknown %"),
                JSON.textNode(TOO_LONG_FOR_ALL),
                JSON.arrayNode(),
                JSON.arrayNode().add(7),
                JSON.objectNode(),
                JSON.objectNode().put("colour", "red")));
        Stream.of("maximum", "exclusiveMaximum")
                .filter(schema::has)
                .forEach(limit ->
                        candidates.add(JSON.numberNode(schema.path(limit).asLong() + 1)));
        if (schema.has("maxLength")) {
            candidates.add(JSON.textNode("A".repeat(schema.path("maxLength").asInt() + 2)));
        }
        return candidates.stream()
                .filter(value -> !document.validate(schema, value).isEmpty())
                .toList();
    }
}
