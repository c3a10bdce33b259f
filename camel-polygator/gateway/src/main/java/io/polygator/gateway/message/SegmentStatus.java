package io.polygator.gateway.message;

import io.polygator.gsm.sms.tpdu.DeliveryStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known about one segment.
 *
 * @param sequence 1 to the number of segments
 * @param channel the channel that sent it or tries to
 * @param imsi the SIM that sent it
 * @param reference TP-MR, 0 to 255, once accepted
 * @param attempts how often a modem got it
 * @param possibleDuplicate whether the recipient may have got it more than once
 * @param deliveryStatus what the network reported of it last (TP-ST)
 * @param error why it failed or is retried, for people
 */
public record SegmentStatus(
        int sequence,
        MessageState state,
        Optional<String> channel,
        Optional<String> imsi,
        OptionalInt reference,
        int attempts,
        boolean possibleDuplicate,
        Optional<Instant> sentAt,
        Optional<Instant> settledAt,
        Optional<DeliveryStatus> deliveryStatus,
        Optional<String> error) {}
