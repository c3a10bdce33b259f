package io.polygator.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.gateway.message.SegmentStatus;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code GET /v1/messages/ID}; times are ISO-8601 in UTC.
 *
 * @param possibleDuplicate whether the recipient may have got any segment more than once
 * @param channel the channel of all segments; absent when they have none yet, or different ones
 */
@JsonInclude(Include.NON_NULL)
public record MessageView(
        String id,
        String to,
        @Nullable String from,
        @Nullable String reference,
        String state,
        String encoding,
        @Nullable String channel,
        boolean possibleDuplicate,
        String acceptedAt,
        @Nullable String settledAt,
        @Nullable String error,
        List<SegmentView> segments) {

    /** One segment; reference is TP-MR, 0 to 255. */
    @JsonInclude(Include.NON_NULL)
    public record SegmentView(
            int sequence,
            String state,
            @Nullable String channel,
            @Nullable Integer reference,
            int attempts,
            boolean possibleDuplicate,
            @Nullable String sentAt,
            @Nullable String settledAt,
            @Nullable String error) {}

    public static MessageView of(MessageStatus status) {
        return new MessageView(
                status.id().value(),
                status.to(),
                status.from().orElse(null),
                status.origin().clientReference().orElse(null),
                lower(status.state()),
                lower(status.alphabet()),
                commonChannel(status),
                status.segments().stream().anyMatch(SegmentStatus::possibleDuplicate),
                status.acceptedAt().toString(),
                time(status.settledAt()),
                status.error().orElse(null),
                status.segments().stream().map(MessageView::segment).toList());
    }

    private static SegmentView segment(SegmentStatus segment) {
        return new SegmentView(
                segment.sequence(),
                lower(segment.state()),
                segment.channel().orElse(null),
                segment.reference().isPresent() ? segment.reference().getAsInt() : null,
                segment.attempts(),
                segment.possibleDuplicate(),
                time(segment.sentAt()),
                time(segment.settledAt()),
                segment.error().orElse(null));
    }

    private static @Nullable String commonChannel(MessageStatus status) {
        List<String> channels = status.segments().stream()
                .map(SegmentStatus::channel)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return channels.size() == 1 ? channels.get(0) : null;
    }

    private static @Nullable String time(Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse(null);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
