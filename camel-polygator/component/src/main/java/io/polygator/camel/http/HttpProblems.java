package io.polygator.camel.http;

import io.polygator.http.Problem;
import org.apache.camel.Exchange;
import org.apache.camel.Handler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers a request that failed; for the error handling that HTTP routes share. */
public final class HttpProblems {
    private static final Logger LOG = LoggerFactory.getLogger(HttpProblems.class);

    /** Writes the problem; what is our own fault goes to the log, and the client learns only that. */
    @Handler
    public void answer(Exchange exchange) {
        Problem problem = problem(exchange, "the request was not carried out");
        HttpAnswer.write(exchange.getMessage(), ChannelPath.told(problem, exchange));
    }

    /**
     * Why the exchange failed; what is our own fault goes to the log.
     *
     * @param undone what has not happened when the store was to blame
     */
    static Problem problem(Exchange exchange, String undone) {
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        return Problems.of(failure, undone).orElseGet(() -> unexpected(exchange, failure));
    }

    private static Problem unexpected(Exchange exchange, Throwable failure) {
        LOG.error(
                "route {} could not handle a request, exchange {}",
                exchange.getFromRouteId(),
                exchange.getExchangeId(),
                failure);
        return Problem.internal();
    }
}
