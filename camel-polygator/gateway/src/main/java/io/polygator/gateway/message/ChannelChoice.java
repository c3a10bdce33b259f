package io.polygator.gateway.message;

import java.util.Set;

/** Which channels may take a message, or are meant by an endpoint. */
public sealed interface ChannelChoice {

    /** Whether the channel of this name, gateway and groups is among them. */
    boolean includes(String channel, String gateway, Set<String> groups);

    /** Every channel. */
    record All() implements ChannelChoice {
        @Override
        public boolean includes(String channel, String gateway, Set<String> groups) {
            return true;
        }
    }

    /** One channel by its name, {@code g8-3}. */
    record Named(String channel) implements ChannelChoice {
        @Override
        public boolean includes(String other, String gateway, Set<String> groups) {
            return other.equals(channel);
        }
    }

    /** The channels of one gateway, {@code g8}. */
    record OfGateway(String gateway) implements ChannelChoice {
        @Override
        public boolean includes(String channel, String other, Set<String> groups) {
            return other.equals(gateway);
        }
    }

    /** The channels of one group. */
    record Group(String group) implements ChannelChoice {
        @Override
        public boolean includes(String channel, String gateway, Set<String> groups) {
            return groups.contains(group);
        }
    }
}
