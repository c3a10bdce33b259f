package io.polygator.gateway.message;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of an outbound message; one per change of its state after the network took it.
 *
 * @param to the recipient as people write it, an international number with its plus
 * @param finality whether more is to be expected
 */
public record DeliveryReport(
        MessageId id, String to, MessageState state, MessageStatus status, Finality finality, Instant at) {

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
