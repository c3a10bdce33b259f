package io.polygator.gateway.store;

import io.polygator.gsm.sms.tpdu.SmsDeliver;
import java.time.Instant;
import java.util.Optional;

/**
 * One segment that came in, before it is joined.
 *
 * @param fingerprint hash of SIM and TPDU: the network repeats a message when its acknowledgement is lost
 * @param group which segments belong together; equal for all segments of one message
 * @param deliver what the network sent; empty when it cannot be read
 * @param raw the line as the modem gave it
 */
public record InboundSegment(
        String fingerprint,
        String group,
        String channel,
        Optional<String> imsi,
        Optional<SmsDeliver> deliver,
        String raw,
        Instant receivedAt) {

    /** Without numbers and text. */
    @Override
    public String toString() {
        return "InboundSegment[" + fingerprint + " on " + channel + "]";
    }
}
