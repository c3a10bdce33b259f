package io.polygator.gateway.store;

import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.MessageBody;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.OutboundDraft;
import io.polygator.gateway.message.OutboundMessage;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.UserData;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
        OutboundMessage request = OutboundMessage.draft(
                        SmsAddress.ofDestination(NUMBER), new MessageBody.Text("text of " + id), channels)
                .idempotencyKey(idempotencyKey)
                .done();
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
                Optional.empty(),
                parts);
    }

    /** The same message with a sender. */
    public static StoredMessage from(String sender, StoredMessage message) {
        return with(message, asked -> asked.from(Optional.of(sender)));
    }

    /** The same message with its request changed. */
    public static StoredMessage with(StoredMessage message, UnaryOperator<OutboundDraft> change) {
        return new StoredMessage(
                message.id(),
                change.apply(message.request().draft()).done(),
                message.alphabet(),
                message.acceptedAt(),
                message.rank(),
                message.expiresAt(),
                message.boundChannel(),
                message.behind(),
                message.avoided(),
                message.verdict(),
                message.segments());
    }

    /** The same message accepted at another time, its place in the queue unchanged. */
    public static StoredMessage acceptedAt(Instant moment, StoredMessage message) {
        return new StoredMessage(
                message.id(),
                message.request(),
                message.alphabet(),
                moment,
                message.rank(),
                message.expiresAt(),
                message.boundChannel(),
                message.behind(),
                message.avoided(),
                message.verdict(),
                message.segments());
    }
}
