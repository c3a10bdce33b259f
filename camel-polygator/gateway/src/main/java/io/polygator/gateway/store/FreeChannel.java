package io.polygator.gateway.store;

import io.polygator.gateway.message.ChannelChoice;
import java.util.Optional;
import java.util.Set;

/**
 * A channel that could send a segment now.
 *
 * @param ownNumber the number of its SIM, without plus, when known
 * @param onlyTo index keys of the recipients it may still write to; empty when every recipient is allowed
 */
public record FreeChannel(
        String channel, String gateway, Set<String> groups, Optional<String> ownNumber, Optional<Set<String>> onlyTo) {
    public FreeChannel {
        groups = Set.copyOf(groups);
        onlyTo = onlyTo.map(Set::copyOf);
    }

    /** Whether the choice includes this channel. */
    public boolean isIn(ChannelChoice choice) {
        return choice.includes(channel, gateway, groups);
    }

    /** Whether its budget allows a message to this recipient. */
    boolean mayWriteTo(String recipient) {
        return onlyTo.isEmpty() || onlyTo.get().contains(recipient);
    }
}
