package io.polygator.camel.polygator;

import io.polygator.gateway.ChannelLease;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;
import org.jspecify.annotations.Nullable;

/** Runs an operation on the gateway per exchange; holds no thread while it waits for the answer. */
final class PolygatorProducer extends DefaultAsyncProducer {

    private final PolygatorEndpoint endpoint;
    private @Nullable ChannelLease lease;
    private @Nullable GatewayOperations operations;

    PolygatorProducer(PolygatorEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        OpenGateway open = endpoint.openGateway();
        GatewayOperations started = new GatewayOperations(
                open,
                endpoint.choice(),
                endpoint.completeOn(),
                endpoint.getConfiguration(),
                Optional.ofNullable(endpoint.getDoubt()),
                endpoint.getComponent().gatekeeper().accounts(),
                endpoint.getComponent().storeTrouble());
        lease = open.gateway().lease(started.choice());
        operations = started;
    }

    @Override
    protected void doStop() throws Exception {
        operations = null;
        if (lease != null) {
            lease.close();
            lease = null;
        }
        super.doStop();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        CompletionStage<Void> answer;
        try {
            answer = operations().run(exchange);
        } catch (Exception e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
        // the rest of the route must not run on the gateway's threads
        answer.whenCompleteAsync(
                (done, failure) -> finish(exchange, failure, callback),
                endpoint.getComponent().executor());
        return false;
    }

    private GatewayOperations operations() {
        if (operations == null) {
            throw new IllegalStateException("the producer of " + endpoint + " is not started");
        }
        return operations;
    }

    private static void finish(Exchange exchange, @Nullable Throwable failure, AsyncCallback callback) {
        if (failure != null) {
            exchange.setException(
                    failure instanceof CompletionException && failure.getCause() != null
                            ? failure.getCause()
                            : failure);
        }
        callback.done(false);
    }
}
