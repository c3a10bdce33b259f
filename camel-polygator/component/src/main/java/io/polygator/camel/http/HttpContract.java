package io.polygator.camel.http;

import io.polygator.http.OpenApi;
import org.apache.camel.Message;

/** The steps of the routes {@code http-openapi-yaml} and {@code http-openapi-json}. */
public final class HttpContract {
    private static final int OK = 200;

    /** Answers with the contract as it is written. */
    public void yaml(Message message) {
        HttpAnswer.write(message, OK, "application/yaml", OpenApi.yaml());
    }

    /** Answers with the same as JSON. */
    public void json(Message message) {
        HttpAnswer.write(message, OK, "application/json", OpenApi.json());
    }
}
