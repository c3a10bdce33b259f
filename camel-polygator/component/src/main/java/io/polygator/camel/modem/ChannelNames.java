package io.polygator.camel.modem;

import io.polygator.gateway.ChannelDefinition;
import io.polygator.gateway.message.ChannelStatus;
import java.util.Comparator;
import java.util.Set;

/** What a channel is known by: its own name, {@code g8-3}, that of its gateway, and its groups. */
record ChannelNames(String name, String gateway, Set<String> groups) {
    /** By gateway and number. */
    static final Comparator<ChannelNames> ORDER = Comparator.comparing(ChannelNames::gateway)
            .thenComparing(channel -> channel.name().length())
            .thenComparing(ChannelNames::name);

    static ChannelNames of(ChannelStatus channel) {
        return new ChannelNames(channel.name(), channel.gateway(), channel.groups());
    }

    static ChannelNames of(ChannelDefinition channel) {
        return new ChannelNames(channel.name(), channel.gateway(), channel.groups());
    }
}
