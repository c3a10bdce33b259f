package io.polygator.gateway.store;

import io.polygator.gateway.message.MessageId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Messages in the order of some moment of theirs, each at most once. */
final class TimeIndex {
    private final TreeSet<Entry> entries = new TreeSet<>(
            Comparator.comparing(Entry::at).thenComparing(entry -> entry.id().value()));
    private final Map<MessageId, Entry> byId = new HashMap<>();

    /** Files the message under the moment, or takes it out when there is none. */
    void put(MessageId id, Optional<Instant> at) {
        Entry old = byId.remove(id);
        if (old != null) {
            entries.remove(old);
        }
        at.ifPresent(moment -> {
            Entry entry = new Entry(moment, id);
            entries.add(entry);
            byId.put(id, entry);
        });
    }

    /** The moment of the first entry. */
    Optional<Instant> first() {
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(entries.first().at());
    }

    /** Takes out the first entry if its moment has come. */
    @Nullable
    MessageId pollUntil(Instant now) {
        if (entries.isEmpty() || entries.first().at().isAfter(now)) {
            return null;
        }
        Entry entry = entries.first();
        put(entry.id(), Optional.empty());
        return entry.id();
    }

    /** The entries in order; a live view. */
    SortedSet<Entry> entries() {
        return entries;
    }

    record Entry(Instant at, MessageId id) {}
}
