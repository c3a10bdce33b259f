package io.polygator.camel.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.polygator.http.Problem;
import io.polygator.http.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.jspecify.annotations.Nullable;

/** The body of a request, which is JSON. */
final class JsonBody {
    private static final String USUAL = "application/json";
    private static final Pattern JSON =
            Pattern.compile("application/(json|[\\w.-]+\\+json)\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

    private JsonBody() {}

    /**
     * Its text; empty when there is none. It is UTF-8 whatever the header says (RFC 8259 §8.1).
     *
     * @throws ProblemException 415 when the header Content-Type names anything else; whoever sends none means JSON
     */
    static String read(Message message) throws ProblemException {
        requireJson(message.getHeader(Exchange.CONTENT_TYPE, String.class));
        // Camel's own conversion makes two buffers of 8 KiB for each request
        if (message.getBody() instanceof StreamCache octets) {
            return text(octets);
        }
        String text = message.getBody(String.class);
        return text == null ? "" : text;
    }

    private static void requireJson(@Nullable String type) throws ProblemException {
        if (type == null || type.equals(USUAL) || type.isBlank()) {
            return;
        }
        if (!JSON.matcher(type.strip()).matches()) {
            throw new ProblemException(Problem.unsupportedMediaType("the body is announced as no JSON"));
        }
    }

    private static String text(StreamCache octets) {
        ByteArrayOutputStream read = new ByteArrayOutputStream((int) octets.length());
        try {
            octets.writeTo(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read.toString(UTF_8);
    }
}
