package io.polygator.gateway.message;

import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.tpdu.DeliveryStatus;
import io.polygator.gsm.sms.tpdu.DeliveryStatus.Category;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is known about an outbound message. Its state is derived from its segments: delivered when all are.
 *
 * @param to the recipient as people write it, an international number with its plus
 * @param from the sender asked for
 * @param origin where the message comes from
 * @param reportRequested whether the network was to report the delivery
 */
public record MessageStatus(
        MessageId id,
        String to,
        Optional<String> from,
        Origin origin,
        boolean reportRequested,
        MessageState state,
        Alphabet alphabet,
        List<SegmentStatus> segments,
        Instant acceptedAt,
        Optional<Instant> settledAt,
        Optional<String> error) {
    public MessageStatus {
        segments = List.copyOf(segments);
    }

    /**
     * What the network reported that brought the message to its state (TP-ST, 3GPP TS 23.040 §9.2.3.15). It is that of a
     * segment in the same state: of a message that failed, the first that failed; of one that was delivered, the one of
     * which the network promises least. Empty when the network did not say so itself.
     */
    public Optional<DeliveryStatus> deliveryStatus() {
        return segments.stream()
                .filter(segment -> segment.state() == state)
                .map(SegmentStatus::deliveryStatus)
                .flatMap(Optional::stream)
                .filter(this::explainsState)
                .max(Comparator.comparingInt(MessageStatus::doubt));
    }

    /** Not so what was reported before the end, and is about something passing, or after it, and says the opposite. */
    private boolean explainsState(DeliveryStatus told) {
        Category meaning = told.category();
        boolean ends = meaning.isFinal() && meaning.isDelivered() == (state == MessageState.DELIVERED);
        return state.isFinal() ? ends : !meaning.isFinal();
    }

    private static int doubt(DeliveryStatus told) {
        return switch (told.category()) {
            case DELIVERED_UNCONFIRMED -> 1;
            case REPLACED -> 2;
            default -> 0;
        };
    }

    /** The recipient masked: fit for a log. */
    @Override
    public String toString() {
        return "MessageStatus[" + id + " to " + Masked.number(to) + " " + state + ", " + segments.size() + " segments]";
    }
}
