package io.polygator.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.polygator.gateway.message.Masked;
import io.polygator.gateway.message.TimelineEntry;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The answer of {@code GET /v1/messages/ID/timeline}: what happened to a message, oldest first. */
public record TimelineView(String id, List<EntryView> entries) {

    /**
     * One thing that happened.
     *
     * @param segment 1 to the number of segments; absent when the whole message is meant
     * @param what accepted, sending, answered, …
     * @param imsi of the SIM; only its last digits unless the caller may see it
     */
    @JsonInclude(Include.NON_NULL)
    public record EntryView(
            String at,
            String what,
            @Nullable Integer segment,
            @Nullable String channel,
            @Nullable String imsi,
            String detail) {}

    /** @param unmasked whether the caller may see whole numbers */
    public static TimelineView of(String id, List<TimelineEntry> entries, boolean unmasked) {
        return new TimelineView(
                id, entries.stream().map(entry -> entry(entry, unmasked)).toList());
    }

    private static EntryView entry(TimelineEntry entry, boolean unmasked) {
        return new EntryView(
                entry.at().toString(),
                entry.kind().name().toLowerCase(Locale.ROOT),
                entry.segment() == 0 ? null : entry.segment(),
                entry.channel().orElse(null),
                entry.imsi().map(imsi -> unmasked ? imsi : Masked.number(imsi)).orElse(null),
                entry.detail());
    }
}
