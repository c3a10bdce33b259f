package io.polygator.camel.http;

import io.polygator.http.Json;
import io.polygator.http.Problem;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Writes an answer. Nothing of the request goes back: HTTP components would return its headers, passwords included. */
final class HttpAnswer {
    private static final String JSON = "application/json";
    private static final String RETRY_AFTER = "Retry-After";

    private HttpAnswer() {}

    static void write(Message message, int status, Object body) {
        write(message, status, JSON, Json.write(body));
    }

    static void write(Message message, Problem problem) {
        write(message, problem.status(), Problem.MEDIA_TYPE, Json.write(problem));
        if (problem.status() == 401) {
            message.setHeader("WWW-Authenticate", "Basic realm=\"polygator\", charset=\"UTF-8\"");
        }
        Integer retryAfter = problem.retryAfter();
        if (retryAfter != null) {
            message.setHeader(RETRY_AFTER, retryAfter);
        }
    }

    /** An answer of a status that says to come again. */
    static void write(Message message, int status, Object body, int retryAfter) {
        write(message, status, body);
        message.setHeader(RETRY_AFTER, retryAfter);
    }

    /** @param body a text, or octets */
    static void write(Message message, int status, String mediaType, Object body) {
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.setHeader(Exchange.CONTENT_TYPE, mediaType);
        message.setBody(body);
    }
}
