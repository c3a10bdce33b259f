package io.polygator.camel.modem;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.camel.modem.PolygatorModemConfiguration.Answer;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.gateway.message.Origin;
import io.polygator.gateway.message.SegmentStatus;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.tpdu.DeliveryStatus;
import io.polygator.gsm.sms.tpdu.MessageReference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which TP-ST a modem's client is told. */
class StatusReportsTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    @ParameterizedTest(name = "{0}, segments {1} {2} and {3} {4}: {5}")
    @CsvSource({
        "DELIVERED, DELIVERED, 0x00, DELIVERED, 0x00, 0x00",
        "DELIVERED, DELIVERED, 0x00, DELIVERED, 0x01, 0x01",
        "FAILED, FAILED, 0x42, DELIVERED, 0x00, 0x42",
        "FAILED, DELIVERED, 0x00, FAILED, 0x42, 0x42",
        "FAILED, DELIVERED, 0x00, FAILED, , 0x40",
        "EXPIRED, DELIVERED, 0x00, EXPIRED, , 0x46"
    })
    void isThatOfTheSegmentThatDecides(
            MessageState state,
            MessageState first,
            String toldFirst,
            MessageState second,
            @Nullable String toldSecond,
            String told) {
        MessageStatus status = new MessageStatus(
                new MessageId("4711"),
                "+380677654321",
                Optional.empty(),
                Origin.of("modem"),
                true,
                state,
                Alphabet.GSM7,
                List.of(segment(1, first, toldFirst), segment(2, second, toldSecond)),
                NOW,
                Optional.empty(),
                Optional.empty());
        SubmitMemo memo = new SubmitMemo("m1", new MessageReference(7), true, Answer.durable);

        assertThat(StatusReports.of(memo, report(status), Optional.empty()))
                .hasValueSatisfying(arrival -> assertThat(arrival.key())
                        .isEqualTo("report 4711 " + Integer.decode(told) + " " + NOW.toEpochMilli()));
    }

    /** As {@code polygator:} writes it when the last of the message is known. */
    private static Message report(MessageStatus status) {
        Message message = new DefaultMessage(new DefaultCamelContext());
        status.deliveryStatus().ifPresent(told -> message.setHeader(PolygatorConstants.STATUS, told.value()));
        message.setHeader(PolygatorConstants.FINALITY, "final");
        message.setHeader(PolygatorConstants.RECEIVED_AT, NOW);
        message.setBody(status);
        return message;
    }

    /** Of a segment that left with a reference; without TP-ST when the network reported none. */
    private static SegmentStatus segment(int sequence, MessageState state, @Nullable String told) {
        return new SegmentStatus(
                sequence,
                state,
                Optional.of("g4-1"),
                Optional.empty(),
                OptionalInt.of(sequence),
                1,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(told).map(Integer::decode).map(DeliveryStatus::new),
                Optional.empty());
    }
}
