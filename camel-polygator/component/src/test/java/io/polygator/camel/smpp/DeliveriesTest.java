package io.polygator.camel.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.camel.polygator.FlashMessage;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.smpp.esme.Delivery;
import io.polygator.smpp.esme.EsmeAddress;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveriesTest {

    @Test
    void anInboundMessageKeepsItsClass() {
        assertThat(Deliveries.of(FlashMessage.written())).hasValueSatisfying(delivery -> assertThat(delivery)
                .isInstanceOfSatisfying(Delivery.InboundText.class, text -> assertThat(text.messageClass())
                        .hasValue(0)));
    }

    @ParameterizedTest
    @CsvSource({"+5433, 1, 5433", "5433, 0, 5433", "Мой банк, 5, Moy bank"})
    void everySenderHasAnAddress(String from, int typeOfNumber, String value) {
        Message message = FlashMessage.written();
        message.setHeader(PolygatorConstants.FROM, from);

        EsmeAddress source = Deliveries.of(message).orElseThrow().source();
        assertThat(source.ton()).isEqualTo(typeOfNumber);
        assertThat(source.value()).isEqualTo(value);
    }
}
