package io.polygator.gateway.account;

import java.util.Optional;
import java.util.Set;

/**
 * What decides whose an inbound message is.
 *
 * @param channel the name of the channel it came in on
 * @param gateway the name of the channel's gateway
 * @param groups the groups of the gateway
 * @param recipient the number of the SIM, when it is known
 * @param sender the originator's number or name
 * @param text the text; empty for binary content
 */
public record InboundTraits(
        String channel, String gateway, Set<String> groups, Optional<String> recipient, String sender, String text) {

    public InboundTraits {
        groups = Set.copyOf(groups);
    }

    /** The first word of the text; empty when there is none. */
    String firstWord() {
        return text.strip().split("\\s", 2)[0];
    }

    /** Names the channel and nothing private. */
    @Override
    public String toString() {
        return "InboundTraits[channel=" + channel + "]";
    }
}
