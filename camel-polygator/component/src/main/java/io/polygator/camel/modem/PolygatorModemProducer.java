package io.polygator.camel.modem;

import java.util.concurrent.CompletionStage;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultAsyncProducer;
import org.jspecify.annotations.Nullable;

/**
 * Puts what an event says into the storages of the modems that it concerns. The exchange ends when it is durable in all
 * of them; it fails when one has no room, so that whoever sent it offers it again.
 */
final class PolygatorModemProducer extends DefaultAsyncProducer {
    private final PolygatorModemEndpoint endpoint;

    PolygatorModemProducer(PolygatorModemEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        CompletionStage<Void> put;
        try {
            put = put(exchange.getMessage());
        } catch (RuntimeException e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
        put.whenCompleteAsync(
                (done, failure) -> finish(exchange, failure, callback),
                endpoint.getComponent().executor());
        return false;
    }

    private CompletionStage<Void> put(Message message) {
        String address = endpoint.getServiceUrl();
        return endpoint.getComponent()
                .modems(address)
                .orElseThrow(() -> new IllegalStateException("no modems listen on " + address
                        + ": start a route from polygator-modem:" + address + " in the same application"))
                .put(message);
    }

    private static void finish(Exchange exchange, @Nullable Throwable failure, AsyncCallback callback) {
        if (failure != null) {
            exchange.setException(failure);
        }
        callback.done(false);
    }
}
