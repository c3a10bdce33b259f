package io.polygator.http;

import io.polygator.gsm.octets.Octets;
import java.util.Optional;
import java.util.Set;

/** The body of {@code PUT /v1/messages/ID}: a text or octets instead of what the message says so far. */
public record ReplaceRequest(Optional<String> text, Optional<Octets> data) {

    public static ReplaceRequest read(String json) throws ProblemException {
        RequestFields fields = RequestFields.read(json, Set.of("text", "data"));
        ReplaceRequest request = new ReplaceRequest(fields.text("text"), fields.octets("data"));
        if (request.text().isPresent() == request.data().isPresent()) {
            throw RequestFields.wrong("text", "give either text, or data (octets as hexadecimal digits)");
        }
        return request;
    }
}
