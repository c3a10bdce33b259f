package io.polygator.camel.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.camel.polygator.FlashMessage;
import io.polygator.smpp.esme.Delivery;
import org.junit.jupiter.api.Test;

class DeliveriesTest {

    @Test
    void anInboundMessageKeepsItsClass() {
        assertThat(Deliveries.of(FlashMessage.written())).hasValueSatisfying(delivery -> assertThat(delivery)
                .isInstanceOfSatisfying(Delivery.InboundText.class, text -> assertThat(text.messageClass())
                        .hasValue(0)));
    }
}
