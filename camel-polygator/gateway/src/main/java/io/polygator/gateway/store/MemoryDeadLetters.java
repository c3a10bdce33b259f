package io.polygator.gateway.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Dead letters of {@link MemoryOutbox}; when there are too many the oldest go. */
final class MemoryDeadLetters {
    private final int maximum;
    private final TreeMap<Long, Buried> letters = new TreeMap<>();

    MemoryDeadLetters(int maximum) {
        this.maximum = maximum;
    }

    void bury(String subscription, PendingEvent event, String reason, Instant at) {
        letters.put(event.number(), new Buried(subscription, event, reason, at));
        if (letters.size() > maximum) {
            letters.pollFirstEntry();
        }
    }

    List<DeadLetter> list(Optional<String> subscription, long after, int limit) {
        return letters.tailMap(after, false).values().stream()
                .filter(letter -> subscription.isEmpty() || subscription.get().equals(letter.subscription()))
                .limit(limit)
                .map(Buried::asLetter)
                .toList();
    }

    /** Takes the event out, as if it had never failed. */
    Optional<PendingEvent> take(String subscription, long number) {
        Optional<Buried> found = Optional.ofNullable(letters.get(number))
                .filter(letter -> letter.subscription().equals(subscription));
        found.ifPresent(letter -> letters.remove(number));
        return found.map(Buried::asNew);
    }

    /** Forgets those of a subscription. */
    void forget(String subscription) {
        letters.values().removeIf(letter -> letter.subscription().equals(subscription));
    }

    void forget(Instant before) {
        letters.values().removeIf(letter -> letter.at().isBefore(before));
    }

    private record Buried(String subscription, PendingEvent event, String reason, Instant at) {
        DeadLetter asLetter() {
            return new DeadLetter(subscription, event.number(), event.event(), event.failures() + 1, reason, at);
        }

        PendingEvent asNew() {
            return new PendingEvent(event.number(), event.source(), event.event(), 0);
        }
    }
}
