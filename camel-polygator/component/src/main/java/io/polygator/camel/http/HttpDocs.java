package io.polygator.camel.http;

import io.polygator.http.ApiPage;
import io.polygator.http.Problem;
import io.polygator.http.ProblemException;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** The step of the route {@code http-docs}. Thread-safe. */
public final class HttpDocs {
    private static final int OK = 200;
    private static final int MOVED = 301;
    private static final String PLACE = "/docs";
    private static final String PAGE = "index.html";
    /** Scripts and styles change with a release only. */
    private static final String CACHED = "public, max-age=3600";

    private final ApiPage page = new ApiPage();

    /** Answers with the page, or with a file of it. */
    public void answer(@Header(Exchange.HTTP_URI) @Nullable String target, Message message) throws ProblemException {
        String path = target == null ? PLACE : HttpPaths.path(target);
        if (path.equals(PLACE)) {
            HttpAnswer.write(message, MOVED, "text/plain", "");
            // relative, so that it also holds behind a proxy that adds to the path
            message.setHeader("Location", "docs/");
            return;
        }
        String name = path.startsWith(PLACE + "/") ? path.substring(PLACE.length() + 1) : "";
        ApiPage.File file = page.file(path.equals(PLACE + "/") ? PAGE : name)
                .orElseThrow(() -> new ProblemException(Problem.notFound("there is no path " + path)));
        HttpAnswer.write(message, OK, file.mediaType(), file.content().toByteArray());
        message.setHeader("Content-Security-Policy", ApiPage.CONTENT_SECURITY_POLICY);
        message.setHeader("X-Content-Type-Options", "nosniff");
        message.setHeader("Referrer-Policy", "no-referrer");
        message.setHeader("Cache-Control", CACHED);
    }
}
