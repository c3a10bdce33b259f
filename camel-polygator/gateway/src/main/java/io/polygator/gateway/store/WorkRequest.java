package io.polygator.gateway.store;

import io.polygator.gateway.message.DialledNumber;
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

    /** Whether some free channel may send the message's next segment now. The meaning that every store must give. */
    public boolean admits(StoredMessage message) {
        boolean due = message.dueAt().filter(at -> !at.isAfter(now)).isPresent();
        return due && now.isBefore(message.expiresAt()) && free.stream().anyMatch(channel -> admits(message, channel));
    }

    /** Whether this channel may send the message's next segment now. */
    public boolean admits(StoredMessage message, FreeChannel channel) {
        return channel.isIn(message.request().channels())
                && message.avoided()
                        .filter(a -> a.forbids(channel.channel(), now))
                        .isEmpty()
                && follows(message, channel)
                && sends(message.request().from(), channel);
    }

    private boolean follows(StoredMessage message, FreeChannel channel) {
        Optional<String> bound = message.boundChannel();
        return bound.isEmpty() || bound.get().equals(channel.channel()) || !working.contains(bound.get());
    }

    private boolean sends(Optional<String> sender, FreeChannel channel) {
        if (sender.isEmpty()) {
            return true;
        }
        String number = DialledNumber.bare(sender.get());
        boolean ofAFreeOne = free.stream().anyMatch(other -> other.ownNumber().equals(Optional.of(number)));
        return ofAFreeOne ? channel.ownNumber().equals(Optional.of(number)) : !takenNumbers.contains(number);
    }
}
