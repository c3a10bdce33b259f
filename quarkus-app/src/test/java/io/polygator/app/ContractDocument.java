package io.polygator.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The OpenAPI document as the application serves it: its operations, and whether JSON is as it says. */
record ContractDocument(JsonNode root) {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    /** A parameter of an operation. */
    record Parameter(String name, String in, boolean required, JsonNode schema, JsonNode example) {}

    /** One method of one path. */
    record Operation(
            String id, String method, String path, List<Parameter> parameters, JsonNode body, JsonNode responses) {

        boolean hasBody() {
            return !body.isMissingNode();
        }

        List<Parameter> parameters(String in) {
            return parameters.stream().filter(one -> one.in().equals(in)).toList();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    operations.add(operation(path.getKey(), path.getValue(), method.getKey(), method.getValue()));
                }
            }
        }
        return operations;
    }

    private Operation operation(String path, JsonNode item, String method, JsonNode operation) {
        List<Parameter> parameters = Stream.of(item, operation)
                .flatMap(owner -> owner.path("parameters").valueStream())
                .map(this::resolved)
                .map(one -> new Parameter(
                        one.path("name").asText(),
                        one.path("in").asText(),
                        one.path("required").asBoolean(),
                        resolved(one.path("schema")),
                        one.path("example")))
                .toList();
        JsonNode body = operation
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        return new Operation(
                operation.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                path,
                parameters,
                resolved(body),
                operation.path("responses"));
    }

    /** Whether the answer goes on until somebody ends it. */
    boolean isStream(Operation operation) {
        return !answer(operation, 200, "text/event-stream").isMissingNode();
    }

    /** The same without a reference at its top. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? resolved(root.at(node.path("$ref").asText().substring(1))) : node;
    }

    /** The schema of an answer, or a missing node when no such answer is documented. */
    JsonNode answer(Operation operation, int status, String mediaType) {
        return resolved(operation.responses().path(Integer.toString(status)))
                .path("content")
                .path(mediaType)
                .path("schema");
    }

    /** What is wrong with some JSON. */
    Set<ValidationMessage> validate(JsonNode schema, JsonNode json) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.set("allOf", JsonNodeFactory.instance.arrayNode().add(schema));
        whole.set("components", root.path("components"));
        JsonSchema compiled = SCHEMAS.getSchema(whole);
        return compiled.validate(json);
    }
}
