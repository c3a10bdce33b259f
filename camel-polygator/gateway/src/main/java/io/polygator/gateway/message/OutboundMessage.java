package io.polygator.gateway.message;

import io.polygator.gsm.sms.concat.SegmentationOptions.Encoding;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A message towards the phone network, as an edge hands it over.
 *
 * @param to the recipient's number
 * @param body text or octets
 * @param from the sender asked for: when it is the number of one of our SIMs, that SIM sends
 * @param channels which channels may take it
 * @param reportRequested whether the network shall report the delivery
 * @param validity how long it is worth sending, queue time included; at least 5 minutes on the air
 * @param sendAt not before; empty means at once
 * @param priority 0 (lowest) to 9; 4 is usual
 * @param messageClass 0 (flash) to 3 (3GPP TS 23.038 §4)
 * @param encoding AUTO unless the sender insists
 * @param transliterate whether letters may be replaced by similar ones that the GSM alphabet has
 * @param idempotencyKey a second message with the same key within a day is the first one again
 * @param submitter who handed it over, for its timeline: a door and a name such as {@code http demo}
 * @param doubtPolicy what is done when nobody can know whether the network took a segment; empty leaves it to the
 *     gateway
 */
public record OutboundMessage(
        SmsAddress to,
        MessageBody body,
        Optional<String> from,
        ChannelChoice channels,
        boolean reportRequested,
        Optional<Duration> validity,
        Optional<Instant> sendAt,
        int priority,
        OptionalInt messageClass,
        Encoding encoding,
        boolean transliterate,
        Optional<String> idempotencyKey,
        Optional<String> submitter,
        Optional<DoubtPolicy> doubtPolicy) {
    /** Halfway between 0 and 9. */
    public static final int USUAL_PRIORITY = 4;

    /** A message with everything as usual: any of the channels, with a report, priority 4, at once. */
    public static OutboundMessage of(SmsAddress to, MessageBody body, ChannelChoice channels) {
        return new OutboundMessage(
                to,
                body,
                Optional.empty(),
                channels,
                true,
                Optional.empty(),
                Optional.empty(),
                USUAL_PRIORITY,
                OptionalInt.empty(),
                Encoding.AUTO,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same message with another body. */
    public OutboundMessage with(MessageBody other) {
        return new OutboundMessage(
                to,
                other,
                from,
                channels,
                reportRequested,
                validity,
                sendAt,
                priority,
                messageClass,
                encoding,
                transliterate,
                idempotencyKey,
                submitter,
                doubtPolicy);
    }

    /** Without the text, the numbers masked: fit for a log. */
    @Override
    public String toString() {
        return "OutboundMessage[to " + to.masked() + ", " + body + ", by " + channels + ", priority " + priority + "]";
    }
}
