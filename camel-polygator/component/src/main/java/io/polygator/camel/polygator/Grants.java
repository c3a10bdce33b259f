package io.polygator.camel.polygator;

import io.polygator.gateway.account.ChannelGrant;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.ChannelStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The channels that the file of accounts names. */
final class Grants {
    private Grants() {}

    /** Those of them that are there; by name of group or gateway, so that what is added there later is meant as well. */
    static Optional<ChannelChoice> choice(OpenGateway open, List<ChannelGrant> grants) {
        Set<ChannelChoice> choices =
                grants.stream().flatMap(grant -> choice(open, grant).stream()).collect(Collectors.toSet());
        return choices.isEmpty() ? Optional.empty() : Optional.of(any(choices));
    }

    private static Optional<ChannelChoice> choice(OpenGateway open, ChannelGrant grant) {
        try {
            return Optional.of(open.choice(grant.format()));
        } catch (IllegalArgumentException notThere) {
            return Optional.empty();
        }
    }

    /** These channels by their own names. */
    static ChannelChoice named(List<ChannelStatus> channels) {
        return any(channels.stream()
                .map(channel -> new ChannelChoice.Named(channel.name()))
                .collect(Collectors.toSet()));
    }

    private static ChannelChoice any(Set<ChannelChoice> choices) {
        return choices.size() == 1 ? choices.iterator().next() : new ChannelChoice.AnyOf(choices);
    }
}
