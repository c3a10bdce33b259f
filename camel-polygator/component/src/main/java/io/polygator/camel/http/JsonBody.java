package io.polygator.camel.http;

import io.polygator.http.Problem;
import io.polygator.http.ProblemException;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The body of a request, which is JSON. */
final class JsonBody {
    private static final Pattern JSON =
            Pattern.compile("application/(json|[\\w.-]+\\+json)\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

    private JsonBody() {}

    /** Fails with the problem 415 when the header Content-Type names anything else; whoever sends none means JSON. */
    static void require(Message message) throws ProblemException {
        String type = message.getHeader(Exchange.CONTENT_TYPE, String.class);
        if (type != null && !type.isBlank() && !JSON.matcher(type.strip()).matches()) {
            throw new ProblemException(Problem.unsupportedMediaType("the body is announced as no JSON"));
        }
    }
}
