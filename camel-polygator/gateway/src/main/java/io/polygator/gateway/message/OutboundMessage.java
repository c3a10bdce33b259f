package io.polygator.gateway.message;

import io.polygator.gsm.sms.concat.SegmentationOptions.Encoding;
import io.polygator.gsm.sms.tpdu.ProtocolIdentifier;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A message towards the phone network, as an edge hands it over.
 *
 * @param to the recipient's number
 * @param body text, octets, or one short message as its submitter made it
 * @param from the sender asked for: when it is the number of one of our SIMs, that SIM sends
 * @param channels which channels may take it
 * @param reportRequested whether the network shall report the delivery
 * @param validity how long it is worth sending, queue time included; at least 5 minutes on the air
 * @param sendAt not before; empty means at once
 * @param priority 0 (lowest) to 9; 4 is usual
 * @param messageClass 0 (flash) to 3 (3GPP TS 23.038 §4); a prepared body has its own
 * @param encoding AUTO unless the sender insists
 * @param transliterate whether letters may be replaced by similar ones that the GSM alphabet has
 * @param protocolIdentifier TP-PID: what the recipient's phone is to do with it
 * @param replyPath whether the recipient may answer through our service centre (3GPP TS 23.040 §9.2.3.17)
 * @param together messages of the same key that are submitted within an hour of each other leave by one SIM and in the
 *     order of their acceptance, as segments of one message do: for submitters that cut a message themselves; at most
 *     128 characters
 * @param idempotencyKey a second message with the same key within a day is the first one again
 * @param origin where it comes from
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
        ProtocolIdentifier protocolIdentifier,
        boolean replyPath,
        Optional<String> together,
        Optional<String> idempotencyKey,
        Origin origin,
        Optional<DoubtPolicy> doubtPolicy) {
    /** Halfway between 0 and 9. */
    public static final int USUAL_PRIORITY = 4;

    /** A message with everything as usual: any of the channels, with a report, priority 4, at once. */
    public static OutboundMessage of(SmsAddress to, MessageBody body, ChannelChoice channels) {
        return draft(to, body, channels).done();
    }

    /** Such a message in the making, of which something is to be unusual. */
    public static OutboundDraft draft(SmsAddress to, MessageBody body, ChannelChoice channels) {
        return new OutboundDraft(to, body, channels);
    }

    /** A copy in the making. */
    public OutboundDraft draft() {
        return new OutboundDraft(this);
    }

    /** The same message with another body. */
    public OutboundMessage with(MessageBody other) {
        return draft().body(other).done();
    }

    /** Who handed it over. */
    public Optional<String> submitter() {
        return origin.submitter();
    }

    /** Without the text, the numbers masked: fit for a log. */
    @Override
    public String toString() {
        return "OutboundMessage[to " + to.masked() + ", " + body + ", by " + channels + ", priority " + priority + ", "
                + origin + "]";
    }
}
