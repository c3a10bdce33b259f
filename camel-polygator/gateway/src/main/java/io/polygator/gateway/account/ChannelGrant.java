package io.polygator.gateway.account;

import java.util.Set;
import java.util.regex.Pattern;

/** Channels by name, as in the path of a {@code polygator:} endpoint. */
public sealed interface ChannelGrant {

    /** Whether the channel of this name, gateway and groups is among them. */
    boolean includes(String channel, String gateway, Set<String> groups);

    /** As it stands in the file. */
    String format();

    /** Every channel. */
    record All() implements ChannelGrant {
        @Override
        public boolean includes(String channel, String gateway, Set<String> groups) {
            return true;
        }

        @Override
        public String format() {
            return Syntax.ALL;
        }
    }

    /** A channel, {@code g8-3}, or all channels of a gateway, {@code g8}. */
    record Named(String name) implements ChannelGrant {
        public Named {
            Syntax.require(name);
        }

        @Override
        public boolean includes(String channel, String gateway, Set<String> groups) {
            return name.equals(channel) || name.equals(gateway);
        }

        @Override
        public String format() {
            return name;
        }
    }

    /** The channels of a group, {@code group:moscow}. */
    record Group(String name) implements ChannelGrant {
        public Group {
            Syntax.require(name);
        }

        @Override
        public boolean includes(String channel, String gateway, Set<String> groups) {
            return groups.contains(name);
        }

        @Override
        public String format() {
            return Syntax.GROUP + name;
        }
    }

    /** Reads {@code all}, a gateway's or channel's name, or {@code group:NAME}. */
    static ChannelGrant parse(String text) {
        if (text.equals(Syntax.ALL)) {
            return new All();
        }
        return text.startsWith(Syntax.GROUP) ? new Group(text.substring(Syntax.GROUP.length())) : new Named(text);
    }

    /** How channels are written. */
    final class Syntax {
        private static final String ALL = "all";
        private static final String GROUP = "group:";
        private static final Pattern NAME = Pattern.compile("[\\p{Alnum}._-]{1,64}");

        private Syntax() {}

        private static void require(String name) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("\"" + name + "\" is no name of a channel, gateway or group");
            }
        }
    }
}
