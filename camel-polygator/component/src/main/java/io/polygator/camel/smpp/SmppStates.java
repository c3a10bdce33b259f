package io.polygator.camel.smpp;

import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.gateway.message.SegmentStatus;
import io.polygator.gsm.sms.tpdu.DeliveryStatus;
import io.polygator.smpp.esme.ReceiptError;
import io.polygator.smpp.esme.ReceiptState;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the gateway says of a message, in the words of SMPP (SMPP 3.4 §5.2.28). Pure functions. */
final class SmppStates {
    // The reason of a failure begins with the number of +CMS ERROR when the modem gave one.
    private static final Pattern CMS_ERROR = Pattern.compile("(\\d{1,5}): .*", Pattern.DOTALL);

    private SmppStates() {}

    /**
     * The message_state of a message.
     *
     * @param tpStatus the last TP-ST, or -1 when the network sent none
     */
    static ReceiptState state(MessageStatus status, int tpStatus) {
        return switch (status.state()) {
            case QUEUED, SENDING, ACCEPTED -> ReceiptState.ENROUTE;
            case DELIVERED -> ReceiptState.DELIVERED;
            case EXPIRED -> ReceiptState.EXPIRED;
            case CANCELLED -> ReceiptState.DELETED;
            case UNCONFIRMED -> ReceiptState.UNKNOWN;
            case FAILED -> failed(status, tpStatus);
        };
    }

    private static ReceiptState failed(MessageStatus status, int tpStatus) {
        if (tpStatus >= 0) {
            ReceiptState told = ReceiptState.of(new DeliveryStatus(tpStatus));
            return told == ReceiptState.ENROUTE ? ReceiptState.UNDELIVERABLE : told;
        }
        OptionalInt error = cmsError(status);
        return error.isPresent() ? ReceiptState.ofCmsError(error.getAsInt()) : ReceiptState.UNDELIVERABLE;
    }

    /** The error of a receipt; none for a message that was delivered. */
    static ReceiptError error(MessageStatus status, int tpStatus) {
        if (status.state() == MessageState.DELIVERED) {
            return ReceiptError.NONE;
        }
        if (tpStatus >= 0) {
            return ReceiptError.of(new DeliveryStatus(tpStatus));
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

    /** How many segments the recipient has. */
    static int delivered(MessageStatus status) {
        return (int) status.segments().stream()
                .map(SegmentStatus::state)
                .filter(MessageState.DELIVERED::equals)
                .count();
    }
}
