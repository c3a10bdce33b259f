package io.polygator.gateway.channel;

import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.DoubtPolicy;
import io.polygator.gateway.quota.SimBudget;
import java.util.Optional;
import java.util.Set;

/**
 * Name and place of a channel, and what holds for all that it sends.
 *
 * @param name {@code g8-3}
 * @param gateway {@code g8}
 * @param groups the groups it belongs to
 * @param address where its modem is reached
 * @param doubtPolicy what is done about segments in doubt, unless their message says otherwise; empty leaves it to the
 *     settings of all
 * @param budget how much the SIM in it may send
 */
public record ChannelSpec(
        String name,
        String gateway,
        Set<String> groups,
        String address,
        Optional<DoubtPolicy> doubtPolicy,
        SimBudget budget) {
    public ChannelSpec {
        groups = Set.copyOf(groups);
    }

    /** Whether the choice includes this channel. */
    public boolean isIn(ChannelChoice choice) {
        return choice.includes(name, gateway, groups);
    }
}
