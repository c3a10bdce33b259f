package io.polygator.camel.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.junit.jupiter.api.Test;

class RouteRunnerTest {
    private final CamelContext context = new DefaultCamelContext();
    private final List<Exchange> released = new ArrayList<>();
    private final RouteRunner runner = new RouteRunner(
            new DelegateAsyncProcessor(exchange -> exchange.getMessage().setBody("answered")),
            new RouteRunner.Exchanges() {
                @Override
                public Exchange create() {
                    return new DefaultExchange(context);
                }

                @Override
                public void release(Exchange exchange) {
                    released.add(exchange);
                }
            },
            Runnable::run);

    @Test
    void theRoutesMessageIsTheAnswer() {
        CompletionStage<Message> answer = runner.run(message -> message.setBody("asked"));

        assertThat(answer).isCompletedWithValueMatching(message -> "answered".equals(message.getBody()));
        assertThat(released).hasSize(1);
    }

    @Test
    void whatCannotBeFilledInIsAnsweredToo() {
        CompletionStage<Message> answer = runner.run(message -> {
            throw new IllegalArgumentException("two segments");
        });

        assertThat(answer).isCompletedExceptionally();
        assertThat(released).hasSize(1);
    }
}
