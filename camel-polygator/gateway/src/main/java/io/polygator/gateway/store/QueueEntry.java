package io.polygator.gateway.store;

import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.MessageId;
import java.time.Instant;
import java.util.Optional;

/**
 * What the queue needs to know of a message whose next segment waits: enough to say which channel may take it.
 *
 * @param channels which channels may take it
 * @param sender the sender asked for, without plus
 * @param recipient index key of the recipient's number
 * @param boundChannel the channel that took its first segment
 * @param avoided the channel that could not send it
 * @param dueAt when the next segment may be sent
 * @param rank the order in the queue, earliest first; then by id
 */
public record QueueEntry(
        MessageId id,
        ChannelChoice channels,
        Optional<String> sender,
        String recipient,
        Optional<String> boundChannel,
        Optional<Avoidance> avoided,
        Instant dueAt,
        Instant expiresAt,
        Instant rank) {

    /** Without the numbers. */
    @Override
    public String toString() {
        return "QueueEntry[" + id + " by " + channels + ", due at " + dueAt + "]";
    }
}
