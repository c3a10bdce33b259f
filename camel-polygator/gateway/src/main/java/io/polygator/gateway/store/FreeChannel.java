package io.polygator.gateway.store;

import io.polygator.gateway.message.ChannelChoice;
import java.util.Optional;
import java.util.Set;

/**
 * A channel that could send a segment now.
 *
 * @param ownNumber the number of its SIM, without plus, when known
 */
public record FreeChannel(String channel, String gateway, Set<String> groups, Optional<String> ownNumber) {
    public FreeChannel {
        groups = Set.copyOf(groups);
    }

    /** Whether the choice includes this channel. */
    public boolean isIn(ChannelChoice choice) {
        return choice.includes(channel, gateway, groups);
    }
}
