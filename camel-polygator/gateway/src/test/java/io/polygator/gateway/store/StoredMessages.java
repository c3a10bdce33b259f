package io.polygator.gateway.store;

import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.MessageBody;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.OutboundMessage;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.concat.SegmentationOptions.Encoding;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.UserData;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Messages for the tests of stores. */
public final class StoredMessages {
    public static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    public static final String NUMBER = "+79161234567";

    private StoredMessages() {}

    public static StoredMessage queued(String id, int segments) {
        return queued(id, segments, NOW, new ChannelChoice.All(), Optional.empty());
    }

    public static StoredMessage queued(
            String id, int segments, Instant dueAt, ChannelChoice channels, Optional<String> idempotencyKey) {
        OutboundMessage request = new OutboundMessage(
                SmsAddress.ofDestination(NUMBER),
                new MessageBody.Text("text of " + id),
                Optional.empty(),
                channels,
                true,
                Optional.empty(),
                Optional.empty(),
                4,
                OptionalInt.empty(),
                Encoding.AUTO,
                false,
                idempotencyKey,
                Optional.empty(),
                Optional.empty());
        List<StoredSegment> parts = IntStream.rangeClosed(1, segments)
                .mapToObj(sequence -> StoredSegment.queued(sequence, UserData.ofText("part " + sequence), dueAt))
                .toList();
        return new StoredMessage(
                new MessageId(id),
                request,
                Alphabet.GSM7,
                NOW,
                dueAt,
                NOW.plus(Duration.ofDays(3)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                parts);
    }

    /** The same message with a sender. */
    public static StoredMessage from(String sender, StoredMessage message) {
        OutboundMessage asked = message.request();
        OutboundMessage request = new OutboundMessage(
                asked.to(),
                asked.body(),
                Optional.of(sender),
                asked.channels(),
                asked.reportRequested(),
                asked.validity(),
                asked.sendAt(),
                asked.priority(),
                asked.messageClass(),
                asked.encoding(),
                asked.transliterate(),
                asked.idempotencyKey(),
                asked.submitter(),
                asked.doubtPolicy());
        return new StoredMessage(
                message.id(),
                request,
                message.alphabet(),
                message.acceptedAt(),
                message.rank(),
                message.expiresAt(),
                message.boundChannel(),
                message.avoided(),
                message.verdict(),
                message.segments());
    }
}
