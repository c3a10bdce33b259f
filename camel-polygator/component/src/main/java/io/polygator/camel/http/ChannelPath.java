package io.polygator.camel.http;

import io.polygator.http.Problem;
import io.polygator.http.ProblemException;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** A channel that the path of a request names: one that is not there is not found, which elsewhere is a wrong field. */
final class ChannelPath {
    private static final String PROPERTY = "PolygatorChannelInPath";
    private static final Pattern NAME = Pattern.compile("[\\p{Alnum}._-]{1,64}");

    private ChannelPath() {}

    /** The name, of which nothing is known yet but that it may be one. */
    static String of(@Nullable String name, Message message) throws ProblemException {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new ProblemException(Problem.notFound("the path names no channel: /v1/channels/NAME/…"));
        }
        message.getExchange().setProperty(PROPERTY, true);
        return name;
    }

    /** The problem as it is told to somebody who has named the channel where this exchange's request did. */
    static Problem told(Problem problem, Exchange exchange) {
        boolean inPath = exchange.getProperty(PROPERTY, false, Boolean.class);
        return inPath && "channel".equals(problem.field()) ? Problem.notFound(problem.detail()) : problem;
    }
}
