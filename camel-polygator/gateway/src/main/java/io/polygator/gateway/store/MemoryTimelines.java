package io.polygator.gateway.store;

import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.TimelineEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Timelines of {@link MemoryMessageStore}: of a bounded number of messages, the last entries of each. Thread-safe. */
final class MemoryTimelines {
    private static final int LONGEST = 200;

    private final int maximumMessages;
    private final Map<MessageId, List<TimelineEntry>> timelines = new LinkedHashMap<>();

    MemoryTimelines(int maximumMessages) {
        this.maximumMessages = maximumMessages;
    }

    synchronized void add(List<TimelineEntry> entries) {
        for (TimelineEntry entry : entries) {
            List<TimelineEntry> timeline = timelines.computeIfAbsent(entry.message(), id -> new ArrayList<>());
            timeline.add(entry);
            if (timeline.size() > LONGEST) {
                timeline.remove(0);
            }
        }
        while (timelines.size() > maximumMessages) {
            timelines.remove(timelines.keySet().iterator().next());
        }
    }

    synchronized List<TimelineEntry> of(MessageId id) {
        return List.copyOf(timelines.getOrDefault(id, List.of()));
    }

    synchronized void remove(MessageId id) {
        timelines.remove(id);
    }

    /** Forgets timelines that ended before the moment and whose message is not among those that are kept. */
    synchronized void forget(Instant endedBefore, Predicate<MessageId> kept) {
        timelines
                .entrySet()
                .removeIf(timeline -> !kept.test(timeline.getKey())
                        && last(timeline.getValue()).isBefore(endedBefore));
    }

    private static Instant last(List<TimelineEntry> timeline) {
        return timeline.get(timeline.size() - 1).at();
    }
}
