package io.polygator.gateway.message;

import io.polygator.gsm.sms.concat.SegmentationOptions.Encoding;
import io.polygator.gsm.sms.tpdu.ProtocolIdentifier;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** An outbound message in the making; what is not said is as usual. See {@link OutboundMessage} for the meanings. */
public final class OutboundDraft {
    private final SmsAddress to;
    private MessageBody body;
    private ChannelChoice channels;
    private Optional<String> from = Optional.empty();
    private boolean reportRequested = true;
    private Optional<Duration> validity = Optional.empty();
    private Optional<Instant> sendAt = Optional.empty();
    private int priority = OutboundMessage.USUAL_PRIORITY;
    private OptionalInt messageClass = OptionalInt.empty();
    private Encoding encoding = Encoding.AUTO;
    private boolean transliterate;
    private ProtocolIdentifier protocolIdentifier = ProtocolIdentifier.NORMAL;
    private boolean replyPath;
    private Optional<String> together = Optional.empty();
    private Optional<String> idempotencyKey = Optional.empty();
    private Origin origin = Origin.unknown();
    private Optional<DoubtPolicy> doubtPolicy = Optional.empty();

    OutboundDraft(SmsAddress to, MessageBody body, ChannelChoice channels) {
        this.to = to;
        this.body = body;
        this.channels = channels;
    }

    OutboundDraft(OutboundMessage message) {
        this(message.to(), message.body(), message.channels());
        from = message.from();
        reportRequested = message.reportRequested();
        validity = message.validity();
        sendAt = message.sendAt();
        priority = message.priority();
        messageClass = message.messageClass();
        encoding = message.encoding();
        transliterate = message.transliterate();
        protocolIdentifier = message.protocolIdentifier();
        replyPath = message.replyPath();
        together = message.together();
        idempotencyKey = message.idempotencyKey();
        origin = message.origin();
        doubtPolicy = message.doubtPolicy();
    }

    public OutboundDraft body(MessageBody value) {
        body = value;
        return this;
    }

    public OutboundDraft channels(ChannelChoice value) {
        channels = value;
        return this;
    }

    public OutboundDraft from(Optional<String> value) {
        from = value;
        return this;
    }

    public OutboundDraft reportRequested(boolean value) {
        reportRequested = value;
        return this;
    }

    public OutboundDraft validity(Optional<Duration> value) {
        validity = value;
        return this;
    }

    public OutboundDraft sendAt(Optional<Instant> value) {
        sendAt = value;
        return this;
    }

    public OutboundDraft priority(int value) {
        priority = value;
        return this;
    }

    public OutboundDraft messageClass(OptionalInt value) {
        messageClass = value;
        return this;
    }

    public OutboundDraft encoding(Encoding value) {
        encoding = value;
        return this;
    }

    public OutboundDraft transliterate(boolean value) {
        transliterate = value;
        return this;
    }

    public OutboundDraft protocolIdentifier(ProtocolIdentifier value) {
        protocolIdentifier = value;
        return this;
    }

    public OutboundDraft replyPath(boolean value) {
        replyPath = value;
        return this;
    }

    public OutboundDraft together(Optional<String> value) {
        together = value;
        return this;
    }

    public OutboundDraft idempotencyKey(Optional<String> value) {
        idempotencyKey = value;
        return this;
    }

    public OutboundDraft origin(Origin value) {
        origin = value;
        return this;
    }

    public OutboundDraft doubtPolicy(Optional<DoubtPolicy> value) {
        doubtPolicy = value;
        return this;
    }

    /** The message as described so far. */
    public OutboundMessage done() {
        return new OutboundMessage(
                to,
                body,
                from,
                channels,
                reportRequested,
                validity,
                sendAt,
                priority,
                messageClass,
                encoding,
                transliterate,
                protocolIdentifier,
                replyPath,
                together,
                idempotencyKey,
                origin,
                doubtPolicy);
    }
}
