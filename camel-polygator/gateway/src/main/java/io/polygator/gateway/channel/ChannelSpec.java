package io.polygator.gateway.channel;

import io.polygator.gateway.message.ChannelChoice;
import java.util.Set;

/**
 * Name and place of a channel.
 *
 * @param name {@code g8-3}
 * @param gateway {@code g8}
 * @param groups the groups it belongs to
 * @param address where its modem is reached
 */
public record ChannelSpec(String name, String gateway, Set<String> groups, String address) {
    public ChannelSpec {
        groups = Set.copyOf(groups);
    }

    /** Whether the choice includes this channel. */
    public boolean isIn(ChannelChoice choice) {
        return choice.includes(name, gateway, groups);
    }
}
