package io.polygator.gateway.store;

import io.polygator.gateway.message.MessageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The outbound queue of {@link MemoryMessageStore}: which message is due, overdue, or waits for its time. */
final class MemoryQueue {
    private final Map<MessageId, StoredMessage> messages;
    private final TimeIndex ready = new TimeIndex();
    private final TimeIndex later = new TimeIndex();
    private final TimeIndex avoidances = new TimeIndex();
    private final TimeIndex deadlines = new TimeIndex();

    MemoryQueue(Map<MessageId, StoredMessage> messages) {
        this.messages = messages;
    }

    /** Files the message anew after it changed. */
    void file(StoredMessage message) {
        ready.put(message.id(), Optional.empty());
        later.put(message.id(), message.dueAt());
        avoidances.put(
                message.id(), message.dueAt().flatMap(at -> message.avoided()).map(Avoidance::until));
        deadlines.put(message.id(), message.actBy());
    }

    void remove(MessageId id) {
        List.of(ready, later, avoidances, deadlines).forEach(index -> index.put(id, Optional.empty()));
    }

    Work due(WorkRequest request) {
        moveDue(request.now());
        List<StoredMessage> found = new ArrayList<>();
        for (TimeIndex.Entry entry : ready.entries()) {
            if (found.size() >= request.limit() || request.free().isEmpty()) {
                break;
            }
            StoredMessage message = message(entry.id());
            if (message != null && message.queueEntry().filter(request::admits).isPresent()) {
                found.add(message);
            }
        }
        return new Work(found, next());
    }

    Work overdue(Instant now, int limit) {
        List<StoredMessage> found = new ArrayList<>();
        for (TimeIndex.Entry entry : deadlines.entries()) {
            if (found.size() >= limit || entry.at().isAfter(now)) {
                return new Work(found, Optional.of(entry.at()));
            }
            StoredMessage message = message(entry.id());
            if (message != null) {
                found.add(message);
            }
        }
        return new Work(found, Optional.empty());
    }

    private void moveDue(Instant now) {
        for (MessageId id = later.pollUntil(now); id != null; id = later.pollUntil(now)) {
            StoredMessage message = message(id);
            if (message != null) {
                ready.put(id, Optional.of(message.rank()));
            }
        }
        while (avoidances.pollUntil(now) != null) {
            // an avoidance that has ended needs no waking any more
        }
    }

    private Optional<Instant> next() {
        return Stream.of(later.first(), avoidances.first())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    private @Nullable StoredMessage message(MessageId id) {
        return messages.get(id);
    }
}
