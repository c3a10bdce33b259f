package io.polygator.camel.door;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Sends exchanges through the route of a consumer, on the component's threads. Thread-safe. */
public final class RouteRunner {

    /** Where exchanges come from and go to. */
    public interface Exchanges {
        Exchange create();

        void release(Exchange exchange);
    }

    private final AsyncProcessor route;
    private final Exchanges exchanges;
    private final Executor executor;

    public RouteRunner(AsyncProcessor route, Exchanges exchanges, Executor executor) {
        this.route = route;
        this.exchanges = exchanges;
        this.executor = executor;
    }

    /**
     * Runs one exchange through the route.
     *
     * @param fill makes the message what the client asked for
     * @return the message as the route left it; fails with what the route failed with
     */
    public CompletionStage<Message> run(Consumer<Message> fill) {
        CompletableFuture<Message> answer = new CompletableFuture<>();
        try {
            executor.execute(() -> process(fill, answer));
        } catch (RejectedExecutionException stopping) {
            answer.completeExceptionally(stopping);
        }
        return answer;
    }

    private void process(Consumer<Message> fill, CompletableFuture<Message> answer) {
        Exchange exchange = exchanges.create();
        try {
            fill.accept(exchange.getMessage());
        } catch (RuntimeException e) {
            // the client waits for an answer to what cannot be put into words as well
            exchanges.release(exchange);
            answer.completeExceptionally(e);
            return;
        }
        route.process(exchange, doneSync -> {
            Exception failure = exchange.getException();
            // what follows the answer reads the message: it is let go only then
            if (failure == null) {
                answer.complete(exchange.getMessage());
            } else {
                answer.completeExceptionally(failure);
            }
            exchanges.release(exchange);
        });
    }
}
