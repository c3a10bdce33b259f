package io.polygator.gateway.store;

import io.polygator.gsm.sms.tpdu.MessageReference;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a segment left the gateway.
 *
 * @param channel the channel it was handed to
 * @param imsi the SIM, when known; reports come back to the SIM and not to the channel
 * @param reference TP-MR, once the network accepted it and the module told it
 * @param sentAt when it was handed over
 */
public record Placement(String channel, Optional<String> imsi, Optional<MessageReference> reference, Instant sentAt) {

    /** The same with the reference that the module told. */
    public Placement with(Optional<MessageReference> told) {
        return new Placement(channel, imsi, told, sentAt);
    }
}
