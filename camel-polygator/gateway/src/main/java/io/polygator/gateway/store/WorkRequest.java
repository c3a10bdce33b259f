package io.polygator.gateway.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks a store for messages that the free channels could send now.
 *
 * @param free the channels that have nothing to do
 * @param working channels that are busy and will be free again: messages tied to them wait
 * @param takenNumbers own numbers, without plus, of SIMs that are not free: messages with such a sender wait for them
 * @param now the moment
 * @param limit at most so many messages
 */
public record WorkRequest(
        List<FreeChannel> free, Set<String> working, Set<String> takenNumbers, Instant now, int limit) {
    public WorkRequest {
        free = List.copyOf(free);
        working = Set.copyOf(working);
        takenNumbers = Set.copyOf(takenNumbers);
    }

    /** Whether some free channel may send the waiting segment now. The meaning that every store must give. */
    public boolean admits(QueueEntry entry) {
        return !entry.dueAt().isAfter(now)
                && now.isBefore(entry.expiresAt())
                && free.stream().anyMatch(channel -> admits(entry, channel));
    }

    /** Whether this channel may send the waiting segment now. */
    public boolean admits(QueueEntry entry, FreeChannel channel) {
        return channel.isIn(entry.channels())
                && channel.mayWriteTo(entry.recipient())
                && entry.avoided()
                        .filter(a -> a.forbids(channel.channel(), now))
                        .isEmpty()
                && follows(entry, channel)
                && sends(entry.sender(), channel);
    }

    private boolean follows(QueueEntry entry, FreeChannel channel) {
        Optional<String> bound = entry.boundChannel();
        return bound.isEmpty() || bound.get().equals(channel.channel()) || !working.contains(bound.get());
    }

    private boolean sends(Optional<String> sender, FreeChannel channel) {
        if (sender.isEmpty()) {
            return true;
        }
        boolean ofAFreeOne = free.stream().anyMatch(other -> other.ownNumber().equals(sender));
        return ofAFreeOne ? channel.ownNumber().equals(sender) : !takenNumbers.contains(sender.get());
    }
}
