package io.polygator.gateway.message;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /**
     * The channels of any of several choices.
     *
     * @param choices 1 to {@value #MOST}, their names at most {@value #LONGEST} characters together; those of a choice
     *     of this kind count as if they stood here themselves
     */
    record AnyOf(Set<ChannelChoice> choices) implements ChannelChoice {
        /** Each combination is a queue of its own in the store, and its name there has a longest length. */
        public static final int MOST = 64;

        public static final int LONGEST = 500;

        public AnyOf {
            choices = choices.stream().flatMap(AnyOf::flat).collect(Collectors.toUnmodifiableSet());
            int characters = choices.stream().mapToInt(AnyOf::length).sum();
            if (choices.isEmpty() || choices.size() > MOST || characters > LONGEST) {
                throw new IllegalArgumentException("give 1.." + MOST + " choices with names of at most " + LONGEST
                        + " characters together, not " + choices.size() + " with " + characters
                        + ": put the channels into a group");
            }
        }

        @Override
        public boolean includes(String channel, String gateway, Set<String> groups) {
            return choices.stream().anyMatch(choice -> choice.includes(channel, gateway, groups));
        }

        private static Stream<ChannelChoice> flat(ChannelChoice choice) {
            return choice instanceof AnyOf any ? any.choices.stream() : Stream.of(choice);
        }

        private static int length(ChannelChoice choice) {
            if (choice instanceof Named named) {
                return named.channel().length();
            }
            if (choice instanceof OfGateway of) {
                return of.gateway().length();
            }
            return choice instanceof Group group ? group.group().length() : 0;
        }
    }
}
