package io.polygator.camel.polygator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polygator.camel.http.Events;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.util.concurrent.Future;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;
import org.apache.camel.CamelContext;
import org.apache.camel.component.jms.JmsComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The example that puts inbound messages into a queue, with a broker. */
class SmsToQueueTest extends PolygatorTestSupport {
    private static final String SENDER = "+380501234502";
    private static final long PATIENCE_MILLIS = 20_000;

    private final BrokerService broker = new BrokerService();
    private final ActiveMQConnectionFactory connections =
            new ActiveMQConnectionFactory("vm://SmsToQueueTest?create=false");

    @Override
    protected CamelContext createCamelContext() throws Exception {
        broker.setBrokerName("SmsToQueueTest");
        broker.setPersistent(false);
        broker.setUseJmx(false);
        broker.start();
        CamelContext context = super.createCamelContext();
        context.addComponent("jms", JmsComponent.jmsComponentAutoAcknowledge(connections));
        context.getRegistry().bind("events", new Events());
        return context;
    }

    @AfterEach
    void stopBroker() throws Exception {
        broker.stop();
    }

    @Test
    void anInboundMessageIsInTheQueueAsJson() throws Exception {
        RouteExample.of("sms-to-jms").load(context);

        emit("Hello").get();

        try (JMSContext session = connections.createContext();
                JMSConsumer consumer = session.createConsumer(session.createQueue("sms.inbound"))) {
            assertThat(((TextMessage) consumer.receive(PATIENCE_MILLIS)).getText())
                    .contains("\"text\":\"Hello\"", "\"from\":\"" + SENDER + "\"");
        }
    }

    @Test
    void anEventThatTheBrokerHasNotTakenIsNotHandled() throws Exception {
        RouteExample.of("sms-to-jms").load(context);
        broker.stop();
        broker.waitUntilStopped();

        Future<Void> handled = emit("Hello");

        assertThatThrownBy(handled::get).hasRootCauseInstanceOf(IOException.class);
    }

    private Future<Void> emit(String text) {
        return gateway.emit(FlashMessage.event(SENDER, text));
    }
}
