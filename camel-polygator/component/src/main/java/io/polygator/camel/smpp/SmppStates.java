package io.polygator.camel.smpp;

import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.gateway.message.SegmentStatus;
import io.polygator.gsm.sms.tpdu.DeliveryStatus;
import io.polygator.smpp.esme.ReceiptError;
import io.polygator.smpp.esme.ReceiptState;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the gateway says of a message, in the words of SMPP (SMPP 3.4 §5.2.28). Pure functions. */
final class SmppStates {
    // The reason of a failure begins with the number of +CMS ERROR when the modem gave one.
    private static final Pattern CMS_ERROR = Pattern.compile("(\\d{1,5}): .*", Pattern.DOTALL);

    private SmppStates() {}

    /**
     * The message_state of a message. Where the network reported an end, its own word counts: the gateway takes a message
     * as delivered that the service centre only handed on, and an ESME must not be told more than is known.
     */
    static ReceiptState state(MessageStatus status) {
        return switch (status.state()) {
            case QUEUED, SENDING, ACCEPTED -> ReceiptState.ENROUTE;
            case DELIVERED -> told(status).orElse(ReceiptState.DELIVERED);
            case EXPIRED -> ReceiptState.EXPIRED;
            case CANCELLED -> ReceiptState.DELETED;
            case UNCONFIRMED -> ReceiptState.UNKNOWN;
            case FAILED -> told(status).orElseGet(() -> failedUntold(status));
        };
    }

    private static Optional<ReceiptState> told(MessageStatus status) {
        return status.deliveryStatus().map(ReceiptState::of);
    }

    private static ReceiptState failedUntold(MessageStatus status) {
        OptionalInt error = cmsError(status);
        return error.isPresent() ? ReceiptState.ofCmsError(error.getAsInt()) : ReceiptState.UNDELIVERABLE;
    }

    /** The error of a receipt; none for a message that was delivered, or of which nobody told an error. */
    static ReceiptError error(MessageStatus status) {
        Optional<DeliveryStatus> told = status.deliveryStatus();
        if (told.isPresent()) {
            return ReceiptError.of(told.get());
        }
        OptionalInt error = cmsError(status);
        return error.isPresent() ? ReceiptError.ofCmsError(error.getAsInt()) : ReceiptError.NONE;
    }

    private static OptionalInt cmsError(MessageStatus status) {
        return status.segments().stream()
                .filter(segment -> segment.state() == MessageState.FAILED)
                .flatMap(segment -> segment.error().stream())
                .map(CMS_ERROR::matcher)
                .filter(Matcher::matches)
                .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
                .findFirst();
    }

    /** How many segments the recipient has: those of which the network says so. */
    static int delivered(MessageStatus status) {
        return (int) status.segments().stream().filter(SmppStates::hasArrived).count();
    }

    private static boolean hasArrived(SegmentStatus segment) {
        return segment.state() == MessageState.DELIVERED
                && segment.deliveryStatus()
                        .map(ReceiptState::of)
                        .filter(told -> told != ReceiptState.DELIVERED)
                        .isEmpty();
    }
}
