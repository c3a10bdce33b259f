package io.polygator.gateway;

import io.polygator.gateway.message.MessageBody;
import io.polygator.gateway.message.MessageChanges;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.OutboundMessage;
import io.polygator.gateway.store.StoredMessage;
import io.polygator.gateway.store.StoredSegment;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.concat.Segmentation;
import io.polygator.gsm.sms.concat.SegmentationOptions;
import io.polygator.gsm.sms.concat.SegmentationOptions.Ports;
import io.polygator.gsm.sms.concat.Segmenter;
import io.polygator.gsm.sms.tpdu.UserData;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes what is stored from what was submitted: segments, place in the queue, end of validity. Thread-safe. */
final class MessageComposer {
    private final OutboundSettings settings;
    private final ConcatReferences references;
    private final SubmitRules rules;

    MessageComposer(OutboundSettings settings, ConcatReferences references, SubmitRules rules) {
        this.settings = settings;
        this.references = references;
        this.rules = rules;
    }

    StoredMessage compose(MessageId id, OutboundMessage message, Instant now) throws SubmitRefusedException {
        Segments made = segment(message);
        Instant dueAt = message.sendAt().filter(now::isBefore).orElse(now);
        Duration head = Duration.ofMillis(settings.ageing().toMillis() * message.priority());
        return new StoredMessage(
                id,
                message,
                made.alphabet(),
                now,
                dueAt.minus(head),
                expiry(message, now, dueAt),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                queued(made.segments(), dueAt));
    }

    /** The message with the changes made; everything else stays, also its place in the queue. */
    StoredMessage recompose(StoredMessage stored, MessageChanges changes, Instant now) throws SubmitRefusedException {
        OutboundMessage replacement = changes.of(stored.request());
        Segments made = segment(replacement);
        Instant before = stored.dueAt().orElse(stored.acceptedAt());
        Instant dueAt = changes.sendAt().map(at -> later(at, now)).orElse(before);
        return new StoredMessage(
                stored.id(),
                replacement,
                made.alphabet(),
                stored.acceptedAt(),
                stored.rank().plus(Duration.between(before, dueAt)),
                expiry(stored, changes, now, dueAt),
                stored.boundChannel(),
                stored.behind(),
                stored.avoided(),
                stored.verdict(),
                queued(made.segments(), dueAt));
    }

    private Instant expiry(StoredMessage stored, MessageChanges changes, Instant now, Instant dueAt) {
        if (changes.validity().isPresent()) {
            return now.plus(changes.validity().get());
        }
        boolean ownValidity = stored.request().validity().isPresent();
        return ownValidity || changes.sendAt().isEmpty() ? stored.expiresAt() : dueAt.plus(settings.defaultValidity());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Without a validity of its own the time in the queue counts from when the message may be sent. */
    private Instant expiry(OutboundMessage message, Instant now, Instant dueAt) {
        return message.validity().map(now::plus).orElseGet(() -> dueAt.plus(settings.defaultValidity()));
    }

    private Segments segment(OutboundMessage message) throws SubmitRefusedException {
        if (message.body() instanceof MessageBody.Prepared prepared) {
            return new Segments(prepared.scheme().alphabet(), List.of(prepared.userData()));
        }
        Segmentation segmentation = cut(message);
        return new Segments(segmentation.alphabet(), segmentation.segments());
    }

    private Segmentation cut(OutboundMessage message) throws SubmitRefusedException {
        boolean isText = message.body() instanceof MessageBody.Text;
        String field = isText ? "text" : "data";
        try {
            Segmentation segmentation = isText
                    ? Segmenter.segmentText(((MessageBody.Text) message.body()).text(), options(message))
                    : Segmenter.segmentOctets(((MessageBody.Data) message.body()).octets(), options(message));
            if (segmentation.segments().size() > settings.maximumSegments()) {
                throw new SubmitRefusedException(
                        field,
                        field + ": " + rules.tooLong(segmentation.segments().size() + " segments"));
            }
            return segmentation;
        } catch (IllegalArgumentException e) {
            throw new SubmitRefusedException(field, field + ": " + e.getMessage());
        }
    }

    private SegmentationOptions options(OutboundMessage message) {
        Optional<Ports> ports = message.body() instanceof MessageBody.Data data ? data.ports() : Optional.empty();
        return new SegmentationOptions(
                message.encoding(),
                Set.of(),
                message.transliterate(),
                references.next(message.to().value()),
                ports);
    }

    private static List<StoredSegment> queued(List<UserData> parts, Instant dueAt) {
        List<StoredSegment> segments = new ArrayList<>();
        for (UserData part : parts) {
            segments.add(StoredSegment.queued(segments.size() + 1, part, dueAt));
        }
        return segments;
    }

    /** What is to be sent, and in which alphabet. */
    private record Segments(Alphabet alphabet, List<UserData> segments) {}
}
