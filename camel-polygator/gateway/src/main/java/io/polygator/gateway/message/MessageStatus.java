package io.polygator.gateway.message;

import io.polygator.gsm.sms.alphabet.Alphabet;
import java.time.Instant;
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

    /** The recipient masked: fit for a log. */
    @Override
    public String toString() {
        return "MessageStatus[" + id + " to " + Masked.number(to) + " " + state + ", " + segments.size() + " segments]";
    }
}
