package io.polygator.camel.smpp;

import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.concat.SegmentationOptions.Ports;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.smpp.esme.Delivery;
import io.polygator.smpp.esme.Delivery.Receipt.Kind;
import io.polygator.smpp.esme.MessageIdText;
import io.polygator.smpp.esme.ReceiptState;
import io.polygator.smpp.esme.ReceiptWishes.Event;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.camel.Message;

/** An exchange of a {@code polygator:} consumer as what an ESME is told. Pure functions. */
final class Deliveries {
    private Deliveries() {}

    /**
     * What the account's ESMEs are to be told; empty when there is nothing to tell: no receipt was asked for, or the
     * message was not submitted over SMPP.
     *
     * @throws IllegalArgumentException if the exchange is no event inbound or report
     */
    static Optional<Delivery> of(Message message) {
        String event = message.getHeader(PolygatorConstants.EVENT, "", String.class);
        return switch (event) {
            case "inbound" -> Optional.of(inbound(message));
            case "report" -> receipt(message);
            default ->
                throw new IllegalArgumentException("header " + PolygatorConstants.EVENT + "=" + event
                        + ": polygator-smpp: takes the events inbound and report");
        };
    }

    private static Delivery inbound(Message message) {
        SmsAddress from = SmsAddress.ofSender(message.getHeader(PolygatorConstants.FROM, "", String.class));
        // without the number of the SIM an ESME may still tell channels apart
        SmsAddress to = SmsAddress.ofSender(message.getHeader(
                PolygatorConstants.TO, message.getHeader(PolygatorConstants.CHANNEL, "", String.class), String.class));
        OptionalInt messageClass = number(message, PolygatorConstants.INBOUND_MESSAGE_CLASS);
        Instant receivedAt = message.getHeader(PolygatorConstants.RECEIVED_AT, Instant.class);
        if (message.getBody() instanceof byte[] octets) {
            return new Delivery.InboundData(from, to, Octets.copyOf(octets), messageClass, ports(message), receivedAt);
        }
        return new Delivery.InboundText(
                from, to, message.getBody(String.class), messageClass, ports(message), receivedAt);
    }

    private static Optional<Ports> ports(Message message) {
        OptionalInt destination = number(message, PolygatorConstants.DESTINATION_PORT);
        OptionalInt source = number(message, PolygatorConstants.SOURCE_PORT);
        return destination.isPresent()
                ? Optional.of(new Ports(destination.getAsInt(), source.orElse(0)))
                : Optional.empty();
    }

    private static OptionalInt number(Message message, String header) {
        Integer value = message.getHeader(header, Integer.class);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static Optional<Delivery> receipt(Message message) {
        String context = message.getHeader(PolygatorConstants.CONTEXT, "", String.class);
        MessageStatus status = message.getBody(MessageStatus.class);
        if (status == null) {
            throw new IllegalArgumentException("the body of event report must be left as polygator: made it");
        }
        return SubmitMemo.decode(context).flatMap(memo -> receipt(memo, status, message));
    }

    private static Optional<Delivery> receipt(SubmitMemo memo, MessageStatus status, Message message) {
        String finality = message.getHeader(PolygatorConstants.FINALITY, "", String.class);
        if (finality.equals("final")) {
            ReceiptState end = isLastWord(status) ? ReceiptState.ACCEPTED : SmppStates.state(status);
            if (end.isFinal() && memo.wishes().wants(event(end))) {
                return Optional.of(receipt(Kind.FINAL, end, memo, status, message));
            }
        }
        boolean news = finality.equals("open") || (finality.equals("final") && isLastWord(status));
        return news && status.state() == MessageState.ACCEPTED && memo.wishes().wants(Event.INTERMEDIATE)
                ? Optional.of(receipt(Kind.INTERMEDIATE, ReceiptState.ENROUTE, memo, status, message))
                : Optional.empty();
    }

    /** Whether all that will ever be known is that the network took the message, since it was not asked for more. */
    private static boolean isLastWord(MessageStatus status) {
        return status.state() == MessageState.ACCEPTED && !status.reportRequested();
    }

    private static Event event(ReceiptState end) {
        return end == ReceiptState.DELIVERED || end == ReceiptState.ACCEPTED ? Event.DELIVERED : Event.FAILED;
    }

    private static Delivery receipt(
            Kind kind, ReceiptState state, SubmitMemo memo, MessageStatus status, Message message) {
        return new Delivery.Receipt(
                kind,
                id(memo, status),
                memo.source(),
                memo.destination(),
                status.acceptedAt(),
                message.getHeader(PolygatorConstants.RECEIVED_AT, Instant.class),
                state,
                SmppStates.error(status),
                memo.text(),
                status.segments().size(),
                SmppStates.delivered(status),
                memo.userMessageReference(),
                number(message, PolygatorConstants.STATUS));
    }

    private static MessageIdText id(SubmitMemo memo, MessageStatus status) {
        String id = memo.id().orElse(status.id().value());
        return memo.shortId().map(shortId -> new MessageIdText(id, shortId)).orElseGet(() -> MessageIdText.of(id));
    }
}
