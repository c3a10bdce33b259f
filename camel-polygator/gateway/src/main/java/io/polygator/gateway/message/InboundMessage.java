package io.polygator.gateway.message;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.concat.SegmentationOptions.Ports;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A message from the phone network, its segments joined.
 *
 * @param from the sender as people write it: a number, with its plus when it is international, or a name
 * @param to the own number of the SIM, likewise, when known
 * @param text the text; empty for octets
 * @param data the octets of 8-bit messages; empty for text
 * @param sentAt what the service centre said
 * @param complete false when a segment never came: the text then has a gap
 */
public record InboundMessage(
        MessageId id,
        String channel,
        Optional<String> imsi,
        String from,
        Optional<String> to,
        String text,
        Octets data,
        Alphabet alphabet,
        OptionalInt messageClass,
        int protocolIdentifier,
        Optional<Ports> ports,
        int segments,
        boolean complete,
        Optional<OffsetDateTime> sentAt,
        Instant receivedAt) {

    /** Without the text, the sender masked: fit for a log. */
    @Override
    public String toString() {
        return "InboundMessage[" + id + " on " + channel + " from " + Masked.number(from) + ", " + Masked.text(text)
                + ", segments " + segments + ", complete " + complete + "]";
    }
}
