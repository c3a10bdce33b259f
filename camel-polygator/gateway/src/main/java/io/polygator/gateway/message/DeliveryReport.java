package io.polygator.gateway.message;

import io.polygator.gsm.sms.tpdu.DeliveryStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of an outbound message; one per change of its state after the network took it, and one per reason that the
 * network gives for still trying: then the state is {@code ACCEPTED} and the delivery status a temporary one.
 *
 * @param to the recipient as people write it, an international number with its plus
 * @param deliveryStatus what the network reported that this report tells of: of a change of the state {@link
 *     MessageStatus#deliveryStatus()}, else why it still tries; empty when it did not say so itself
 * @param status of the message and its segments, at that time
 * @param finality whether more is to be expected
 */
public record DeliveryReport(
        MessageId id,
        String to,
        MessageState state,
        Optional<DeliveryStatus> deliveryStatus,
        MessageStatus status,
        Finality finality,
        Instant at) {

    /** Where a report stands among those of its message. */
    public enum Finality {
        /** Something is still awaited. */
        OPEN,
        /** Nothing is awaited any more. A message has one such report. */
        FINAL,
        /** It came all the same, after the final one. */
        LATE
    }

    /** Where the message comes from. */
    public Origin origin() {
        return status.origin();
    }

    /** The sender asked for. */
    public Optional<String> from() {
        return status.from();
    }

    /** The recipient masked: fit for a log. */
    @Override
    public String toString() {
        return "DeliveryReport[" + id + " to " + Masked.number(to) + " " + state + ", " + finality + "]";
    }
}
