package io.polygator.camel.modem;

import io.polygator.camel.modem.PolygatorModemConfiguration.Answer;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.mailbox.MailboxItem;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.gateway.message.SegmentStatus;
import io.polygator.gsm.sms.pdumode.PduModeFrame;
import io.polygator.gsm.sms.tpdu.DeliveryStatus;
import io.polygator.gsm.sms.tpdu.ServiceCentreTimestamp;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.SmsStatusReport;
import io.polygator.gsm.sms.tpdu.TpduEncoder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.camel.Message;

/** An event report as the SMS-STATUS-REPORT that a modem would have received. Pure functions. */
final class StatusReports {
    private static final DeliveryStatus RECEIVED = new DeliveryStatus(0x00);
    private static final DeliveryStatus REMOTE_PROCEDURE_ERROR = new DeliveryStatus(0x40);
    private static final DeliveryStatus VALIDITY_EXPIRED = new DeliveryStatus(0x46);
    private static final DeliveryStatus DELETED_BY_SENDER = new DeliveryStatus(0x47);

    private StatusReports() {}

    /**
     * What the modem of the memo is told; empty when there is nothing to tell: no report was asked for, it tells nothing
     * new, or the client heard the refusal as the answer to its command.
     *
     * @param smsc the service centre to show, if known
     * @throws IllegalArgumentException if the body is not the status that {@code polygator:} made
     */
    static Optional<Arrival> of(SubmitMemo memo, Message message, Optional<SmsAddress> smsc) {
        MessageStatus status = message.getBody(MessageStatus.class);
        if (status == null) {
            throw new IllegalArgumentException("the body of event report must be left as polygator: made it");
        }
        if (!memo.reportRequested()) {
            return Optional.empty();
        }
        return verdict(memo, status, message).map(verdict -> arrival(memo, status, verdict, message, smsc));
    }

    private static Optional<DeliveryStatus> verdict(SubmitMemo memo, MessageStatus status, Message message) {
        Integer told = message.getHeader(PolygatorConstants.STATUS, Integer.class);
        if (told != null) {
            return Optional.of(new DeliveryStatus(told));
        }
        boolean isFinal = "final".equals(message.getHeader(PolygatorConstants.FINALITY, String.class));
        return isFinal && (memo.answer() == Answer.durable || wasTaken(status) || wasInDoubt(status))
                ? verdict(status.state())
                : Optional.empty();
    }

    private static boolean wasTaken(MessageStatus status) {
        return status.segments().stream()
                .anyMatch(segment -> segment.reference().isPresent());
    }

    /** So that the client may have been told it was sent before anybody knew. */
    private static boolean wasInDoubt(MessageStatus status) {
        return status.segments().stream().anyMatch(SegmentStatus::possibleDuplicate);
    }

    /** What the gateway knows by itself. Of a message that nobody can tell about there is no report, as on the air. */
    private static Optional<DeliveryStatus> verdict(MessageState state) {
        return switch (state) {
            case DELIVERED -> Optional.of(RECEIVED);
            case FAILED -> Optional.of(REMOTE_PROCEDURE_ERROR);
            case EXPIRED -> Optional.of(VALIDITY_EXPIRED);
            case CANCELLED -> Optional.of(DELETED_BY_SENDER);
            case QUEUED, SENDING, ACCEPTED, UNCONFIRMED -> Optional.empty();
        };
    }

    private static Arrival arrival(
            SubmitMemo memo, MessageStatus status, DeliveryStatus verdict, Message message, Optional<SmsAddress> smsc) {
        Instant at = message.getHeader(PolygatorConstants.RECEIVED_AT, Instant.class);
        SmsStatusReport report = SmsStatusReport.of(
                memo.reference(),
                SmsAddress.ofDestination(status.to()),
                ServiceCentreTimestamp.of(status.acceptedAt().atOffset(ZoneOffset.UTC)),
                ServiceCentreTimestamp.of(at.atOffset(ZoneOffset.UTC)),
                verdict);
        String key = "report " + status.id() + " " + verdict.value() + " " + at.toEpochMilli();
        return new Arrival(key, MailboxItem.Kind.REPORT, new PduModeFrame(smsc, TpduEncoder.encode(report)), at);
    }
}
