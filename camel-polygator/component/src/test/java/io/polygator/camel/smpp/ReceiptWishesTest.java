package io.polygator.camel.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.smpp.esme.Delivery;
import io.polygator.smpp.esme.EsmeAddress;
import io.polygator.smpp.esme.ReceiptWishes;
import io.polygator.smpp.esme.ReceiptWishes.Event;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which receipt becomes of a report, by what the ESME wished. */
class ReceiptWishesTest {
    private static final EsmeAddress SHOP = new EsmeAddress(0, 0, "1234");
    private static final EsmeAddress PHONE = new EsmeAddress(1, 1, "380677654321");

    private static ReceiptWishes wishes(String events) {
        return new ReceiptWishes(
                Arrays.stream(events.split(" ")).map(Event::valueOf).collect(Collectors.toSet()));
    }

    private static SubmitMemo memo(String events) {
        return new SubmitMemo(
                SHOP, PHONE, "", wishes(events), OptionalInt.empty(), Optional.empty(), Optional.empty(), "hi");
    }

    private static Message report(SubmitMemo memo, MessageStatus status, String finality) {
        Message message = new DefaultMessage(new DefaultCamelContext());
        message.setHeader(PolygatorConstants.EVENT, "report");
        message.setHeader(PolygatorConstants.CONTEXT, memo.encode());
        message.setHeader(PolygatorConstants.FINALITY, finality);
        message.setHeader(PolygatorConstants.RECEIVED_AT, Instant.EPOCH);
        message.setBody(status);
        return message;
    }

    @ParameterizedTest(name = "{0}: {1} {2} {3}, report requested {4}: {5}")
    @CsvSource({
        "DELIVERED FAILED, DELIVERED, delivered 0x00, final, true, FINAL DELIVRD",
        "DELIVERED FAILED, DELIVERED, delivered 0x01, final, true, FINAL ACCEPTD",
        "DELIVERED FAILED, FAILED, failed 0x42, final, true, FINAL REJECTD",
        "DELIVERED FAILED, ACCEPTED, accepted, open, true, nothing",
        "DELIVERED FAILED, UNCONFIRMED, unconfirmed, open, true, nothing",
        "DELIVERED FAILED, UNCONFIRMED, unconfirmed, final, true, FINAL UNKNOWN",
        "DELIVERED FAILED, DELIVERED, delivered 0x00, late, true, nothing",
        "FAILED, DELIVERED, delivered 0x00, final, true, nothing",
        "FAILED, DELIVERED, delivered 0x01, final, true, nothing",
        "FAILED, DELIVERED, delivered 0x02, final, true, FINAL DELETED",
        "FAILED, EXPIRED, expired 0x46, final, true, FINAL EXPIRED",
        "FAILED, CANCELLED, cancelled, final, true, FINAL DELETED",
        "DELIVERED, DELIVERED, delivered 0x00, final, true, FINAL DELIVRD",
        "DELIVERED, DELIVERED, delivered 0x01, final, true, FINAL ACCEPTD",
        "DELIVERED, FAILED, failed 0x42, final, true, nothing",
        "DELIVERED FAILED INTERMEDIATE, ACCEPTED, accepted, open, true, INTERMEDIATE ENROUTE",
        "DELIVERED FAILED INTERMEDIATE, ACCEPTED, accepted, final, true, nothing",
        "INTERMEDIATE, ACCEPTED, accepted, final, false, INTERMEDIATE ENROUTE",
        "INTERMEDIATE, ACCEPTED, accepted, late, false, nothing",
        "INTERMEDIATE, FAILED, failed 1: unassigned number, final, false, nothing",
        "DELIVERED FAILED, ACCEPTED, accepted, final, false, FINAL ACCEPTD",
        "DELIVERED FAILED INTERMEDIATE, ACCEPTED, accepted, final, false, FINAL ACCEPTD",
        "FAILED, ACCEPTED, accepted, final, false, nothing"
    })
    void aReportBecomesTheReceiptThatWasWished(
            String wished, MessageState state, String segment, String finality, boolean requested, String receipt) {
        MessageStatus status = Statuses.of(state, requested, segment);

        assertThat(Deliveries.of(report(memo(wished), status, finality))
                        .map(Delivery.Receipt.class::cast)
                        .map(told -> told.kind() + " " + told.state().word())
                        .orElse("nothing"))
                .isEqualTo(receipt);
    }
}
