package io.polygator.camel.kannel;

import org.apache.camel.Exchange;
import org.apache.camel.Handler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers a request that failed as Kannel would; for the error handling that these routes share. */
public final class KannelProblems {
    private static final Logger LOG = LoggerFactory.getLogger(KannelProblems.class);

    /** Writes the answer; what is our own fault goes to the log. */
    @Handler
    public void answer(Exchange exchange) {
        KannelRefusal refusal = refusal(exchange);
        KannelReply.write(exchange.getMessage(), refusal.answer(), refusal.retryAfter());
    }

    /** Why the exchange failed; what is our own fault goes to the log. */
    static KannelRefusal refusal(Exchange exchange) {
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        KannelRefusal refusal = KannelRefusal.of(failure);
        if (refusal.isOurFault()) {
            LOG.error(
                    "route {} could not handle a request, exchange {}",
                    exchange.getFromRouteId(),
                    exchange.getExchangeId(),
                    failure);
        }
        return refusal;
    }
}
