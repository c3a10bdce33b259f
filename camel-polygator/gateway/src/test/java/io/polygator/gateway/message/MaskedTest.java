package io.polygator.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gateway.message.DeliveryReport.Finality;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class MaskedTest {
    private static final String NUMBER = "+79161234567";
    private static final String SECRET = "the code is 4711";

    @Test
    void hidesAllButTheEndOfANumber() {
        assertThat(Masked.number(NUMBER)).isEqualTo("**********67");
        assertThat(Masked.number("1234")).isEqualTo("****");
        assertThat(Masked.text(SECRET)).isEqualTo("(16 characters)");
    }

    @Test
    void messagesPrintWithoutNumbersAndText() {
        MessageId id = new MessageId("5");
        OutboundMessage outbound = OutboundMessage.of(
                SmsAddress.ofDestination(NUMBER), new MessageBody.Text(SECRET), new ChannelChoice.All());
        InboundMessage inbound = new InboundMessage(
                id,
                "g8-1",
                Optional.empty(),
                NUMBER,
                Optional.empty(),
                SECRET,
                Octets.empty(),
                Alphabet.GSM7,
                OptionalInt.empty(),
                0,
                Optional.empty(),
                1,
                true,
                Optional.empty(),
                Instant.EPOCH);
        MessageStatus status = new MessageStatus(
                id,
                NUMBER,
                Optional.of(NUMBER),
                Origin.of("http shop").referredToAs("to 1234567").withContext("4711"),
                true,
                MessageState.QUEUED,
                Alphabet.GSM7,
                List.of(),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty());
        DeliveryReport report = new DeliveryReport(
                id, NUMBER, MessageState.FAILED, Optional.empty(), status, Finality.FINAL, Instant.EPOCH);
        GatewayEvent unreadable = new GatewayEvent.Unreadable("g8-1", "0791448720003023", "TP-OA", Instant.EPOCH);
        assertThat(List.of(
                        outbound,
                        inbound,
                        status,
                        status.origin(),
                        report,
                        unreadable,
                        new GatewayEvent.Inbound(inbound)))
                .allSatisfy(value -> assertThat(value.toString())
                        .doesNotContain("1234567")
                        .doesNotContain("4711")
                        .doesNotContain("0791448720003023"));
    }
}
