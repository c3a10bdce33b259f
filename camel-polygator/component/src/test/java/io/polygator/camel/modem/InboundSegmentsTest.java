package io.polygator.camel.modem;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.camel.polygator.FlashMessage;
import io.polygator.gsm.sms.tpdu.Direction;
import io.polygator.gsm.sms.tpdu.SmsDeliver;
import io.polygator.gsm.sms.tpdu.TpduDecoder;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InboundSegmentsTest {

    @Test
    void anInboundMessageKeepsItsClassAndItsProtocolIdentifier() throws Exception {
        Arrival arrival =
                InboundSegments.of(FlashMessage.written(), Optional.empty()).get(0);

        assertThat(TpduDecoder.decode(arrival.frame().tpdu(), Direction.TO_MOBILE))
                .isInstanceOfSatisfying(SmsDeliver.class, deliver -> {
                    assertThat(deliver.dataCodingScheme().messageClass()).hasValue(0);
                    assertThat(deliver.protocolIdentifier().value()).isEqualTo(FlashMessage.PROTOCOL_IDENTIFIER);
                });
    }
}
