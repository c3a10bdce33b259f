package io.polygator.camel.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.smpp.esme.EsmeAddress;
import io.polygator.smpp.esme.MessagingMode;
import io.polygator.smpp.esme.ReceiptWishes;
import io.polygator.smpp.esme.Replacement;
import io.polygator.smpp.esme.SubmitBody;
import io.polygator.smpp.esme.SubmitOptions;
import io.polygator.smpp.esme.SubmitRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a submission says of how it is to be handled, as headers. */
class SubmitHeadersTest {
    private static final Instant LATER = Instant.parse("2026-11-26T13:00:00Z");

    private final Message message = new DefaultMessage(new DefaultCamelContext());

    private void write(SubmitOptions options) {
        SubmitRequest request = new SubmitRequest(
                new EsmeAddress(2, 1, "1234"),
                Optional.empty(),
                new EsmeAddress(1, 1, "380671234567"),
                SmsAddress.ofDestination("+380671234567"),
                new SubmitBody.Text("hello", OptionalInt.empty(), Optional.empty()),
                options);
        SubmitHeaders.write("smpp crm", request, SubmitMemos.of(request, Optional.empty()), message);
    }

    private static SubmitOptions options(
            MessagingMode mode,
            int protocolIdentifier,
            boolean replyPath,
            int priority,
            Optional<Instant> scheduledAt,
            Optional<Duration> validity) {
        return new SubmitOptions(
                "",
                mode,
                1,
                protocolIdentifier,
                replyPath,
                priority,
                scheduledAt,
                validity,
                ReceiptWishes.none(),
                Replacement.NONE,
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    @Test
    void everyFieldHasItsHeader() {
        write(options(
                MessagingMode.TRANSACTION, 0x41, true, 2, Optional.of(LATER), Optional.of(Duration.ofMinutes(90))));

        assertThat(message.getHeaders())
                .containsEntry(PolygatorConstants.PROTOCOL_IDENTIFIER, 0x41)
                .containsEntry(PolygatorConstants.REPLY_PATH, true)
                .containsEntry(PolygatorConstants.PRIORITY, 6)
                .containsEntry(PolygatorConstants.SEND_AT, LATER)
                .containsEntry(PolygatorConstants.VALIDITY, Duration.ofMinutes(90))
                .containsEntry(PolygatorConstants.COMPLETE_ON, "network");
    }

    @Test
    void whatIsNotSaidIsLeftToTheGateway() {
        write(options(MessagingMode.STORE_AND_FORWARD, 0, false, 0, Optional.empty(), Optional.empty()));

        assertThat(message.getHeaders())
                .containsEntry(PolygatorConstants.PROTOCOL_IDENTIFIER, 0)
                .containsEntry(PolygatorConstants.REPLY_PATH, false)
                .doesNotContainKeys(
                        PolygatorConstants.SEND_AT, PolygatorConstants.VALIDITY, PolygatorConstants.COMPLETE_ON);
    }

    @ParameterizedTest(name = "priority_flag {0}: {1}")
    @CsvSource({"0, 4", "1, 5", "2, 6", "3, 7"})
    void theFourPrioritiesBeginWithTheUsualOne(int flag, int priority) {
        write(options(MessagingMode.DEFAULT, 0, false, flag, Optional.empty(), Optional.empty()));

        assertThat(message.getHeaders()).containsEntry(PolygatorConstants.PRIORITY, priority);
    }
}
