package io.polygator.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The contract of the HTTP API: the document openapi.yaml beside this class, OpenAPI 3.1. Thread-safe. */
public final class OpenApi {
    private static final String YAML = read();
    private static final String JSON =
            Json.write(new Load(LoadSettings.builder().setLabel("openapi.yaml").build()).loadFromString(YAML));

    private OpenApi() {}

    /** As it is written. */
    public static String yaml() {
        return YAML;
    }

    /** The same as JSON. */
    public static String json() {
        return JSON;
    }

    private static String read() {
        try (InputStream document =
                Objects.requireNonNull(OpenApi.class.getResourceAsStream("openapi.yaml"), "openapi.yaml")) {
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
