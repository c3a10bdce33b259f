package io.polygator.gateway.store;

import io.polygator.gsm.sms.tpdu.MessageReference;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a segment left the gateway.
 *
 * @param channel the channel it was handed to
 * @param imsi the SIM, when known; reports come back to the SIM and not to the channel
 * @param reference TP-MR, once the module told it or the SIM showed that it was used
 * @param referenceBefore the last TP-MR that the SIM had used before the hand-over, when known and when its record was
 *     seen to follow what is sent: it then tells whether the segment has left
 * @param sentAt when it was handed over
 */
public record Placement(
        String channel,
        Optional<String> imsi,
        Optional<MessageReference> reference,
        Optional<MessageReference> referenceBefore,
        Instant sentAt) {

    /** A hand-over that happens now: its reference is not known yet. */
    public static Placement handOver(
            String channel, Optional<String> imsi, Optional<MessageReference> referenceBefore, Instant at) {
        return new Placement(channel, imsi, Optional.empty(), referenceBefore, at);
    }

    /** The same with the reference that became known. */
    public Placement with(Optional<MessageReference> known) {
        return new Placement(channel, imsi, known, referenceBefore, sentAt);
    }

    /** The same once the network took it: what the SIM had used before tells nothing more. */
    public Placement accepted(Optional<MessageReference> told) {
        return new Placement(channel, imsi, told, Optional.empty(), sentAt);
    }

    /** The TP-MR that the segment left with if it has left: the one known, else the one after the last before. */
    public Optional<MessageReference> presumedReference() {
        return reference.or(() -> referenceBefore.map(MessageReference::next));
    }
}
