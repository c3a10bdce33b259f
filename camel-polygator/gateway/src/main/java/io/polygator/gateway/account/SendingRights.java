package io.polygator.gateway.account;

import java.util.List;
import java.util.Set;

/**
 * What an account may send, and over which channels.
 *
 * @param senders the sender numbers and names it may give; a message without one is not asked
 * @param destinations the numbers it may write to
 * @param channels the channels it may use; empty allows none
 */
public record SendingRights(AddressRules senders, AddressRules destinations, List<ChannelGrant> channels) {

    public SendingRights {
        channels = List.copyOf(channels);
    }

    /** From and to everybody, over every channel. */
    public static SendingRights unrestricted() {
        return new SendingRights(AddressRules.anything(), AddressRules.anything(), List.of(new ChannelGrant.All()));
    }

    public boolean includesEveryChannel() {
        return channels.stream().anyMatch(ChannelGrant.All.class::isInstance);
    }

    /** Whether the channel of this name, gateway and groups may be used. */
    public boolean includesChannel(String channel, String gateway, Set<String> groups) {
        return channels.stream().anyMatch(grant -> grant.includes(channel, gateway, groups));
    }
}
