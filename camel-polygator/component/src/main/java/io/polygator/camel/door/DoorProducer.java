package io.polygator.camel.door;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultAsyncProducer;
import org.jspecify.annotations.Nullable;

/** Tells the clients of a door what an event says; holds no thread until they have it. */
public abstract class DoorProducer extends DefaultAsyncProducer {
    private final DoorComponent<?> component;

    protected DoorProducer(Endpoint endpoint, DoorComponent<?> component) {
        super(endpoint);
        this.component = component;
    }

    /** Ends when those whom it concerns have it, and fails when whoever sent the event shall offer it again. */
    protected abstract CompletionStage<Void> tell(Message event);

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        CompletionStage<Void> told;
        try {
            told = tell(exchange.getMessage());
        } catch (RuntimeException e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
        Executor executor = component.executor();
        told.whenCompleteAsync((done, failure) -> finish(exchange, failure, callback), executor);
        return false;
    }

    private void finish(Exchange exchange, @Nullable Throwable failure, AsyncCallback callback) {
        if (failure != null) {
            exchange.setException(failure);
        }
        callback.done(false);
    }
}
