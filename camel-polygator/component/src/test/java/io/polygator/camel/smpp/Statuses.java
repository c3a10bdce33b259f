package io.polygator.camel.smpp;

import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.gateway.message.Origin;
import io.polygator.gateway.message.SegmentStatus;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.tpdu.DeliveryStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Messages as the gateway tells of them, from what a test says of their segments. */
final class Statuses {
    static final Instant ACCEPTED_AT = Instant.parse("2026-11-26T12:00:00Z");

    private Statuses() {}

    /**
     * A message of which the network was asked for reports.
     *
     * @param segments for each its state, and behind a blank TP-ST as {@code 0x42} or the reason of the failure
     */
    static MessageStatus of(MessageState state, String... segments) {
        return of(state, true, segments);
    }

    static MessageStatus of(MessageState state, boolean reportRequested, String... segments) {
        List<SegmentStatus> all = IntStream.range(0, segments.length)
                .mapToObj(i -> segment(i + 1, segments[i]))
                .toList();
        return new MessageStatus(
                new MessageId("4711"),
                "+380677654321",
                Optional.empty(),
                Origin.of("smpp demo"),
                reportRequested,
                state,
                Alphabet.GSM7,
                all,
                ACCEPTED_AT,
                Optional.empty(),
                all.stream().flatMap(segment -> segment.error().stream()).findFirst());
    }

    private static SegmentStatus segment(int sequence, String written) {
        List<String> words = Arrays.asList(written.split(" ", 2));
        String told = words.size() > 1 ? words.get(1) : "";
        boolean byNetwork = told.startsWith("0x");
        return new SegmentStatus(
                sequence,
                MessageState.valueOf(words.get(0).toUpperCase(Locale.ROOT)),
                Optional.of("g4-1"),
                Optional.empty(),
                OptionalInt.empty(),
                1,
                false,
                Optional.empty(),
                Optional.empty(),
                byNetwork ? Optional.of(new DeliveryStatus(Integer.decode(told))) : Optional.empty(),
                byNetwork || told.isEmpty() ? Optional.empty() : Optional.of(told));
    }
}
