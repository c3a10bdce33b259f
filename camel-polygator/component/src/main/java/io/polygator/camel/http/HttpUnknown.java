package io.polygator.camel.http;

import io.polygator.http.Problem;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Handler;
import org.apache.camel.Header;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** The last step of the route {@code http-unknown}, which gets what no other route serves. */
public final class HttpUnknown {

    /** Answers 405 with the methods that the path has, or 404 when there is no such path. */
    @Handler
    public void answer(
            @Header(Exchange.HTTP_METHOD) @Nullable String method,
            @Header(Exchange.HTTP_URI) @Nullable String path,
            Message message) {
        Set<String> allowed = HttpPaths.methodsOf(message.getExchange().getContext(), path == null ? "/" : path);
        if (allowed.isEmpty()) {
            HttpAnswer.write(
                    message, Problem.notFound("there is nothing at this path: see the page about the HTTP API"));
            return;
        }
        String list = String.join(", ", allowed);
        HttpAnswer.write(message, Problem.methodNotAllowed(method + " is not possible here: use " + list));
        message.setHeader("Allow", list);
    }
}
