package io.polygator.gateway.store.jdbc;

import io.polygator.gateway.message.ChannelChoice;

/** Channel choices as columns hold them: {@code all}, {@code channel:g8-1}, {@code gateway:g8}, {@code group:fast}. */
final class Choices {
    private static final String ALL = "all";
    private static final String CHANNEL = "channel:";
    private static final String GATEWAY = "gateway:";
    private static final String GROUP = "group:";

    private Choices() {}

    static String text(ChannelChoice choice) {
        if (choice instanceof ChannelChoice.Named named) {
            return CHANNEL + named.channel();
        }
        if (choice instanceof ChannelChoice.OfGateway of) {
            return GATEWAY + of.gateway();
        }
        return choice instanceof ChannelChoice.Group group ? GROUP + group.group() : ALL;
    }

    /** @throws IllegalArgumentException if the text is no choice */
    static ChannelChoice choice(String text) {
        if (text.startsWith(CHANNEL)) {
            return new ChannelChoice.Named(text.substring(CHANNEL.length()));
        }
        if (text.startsWith(GATEWAY)) {
            return new ChannelChoice.OfGateway(text.substring(GATEWAY.length()));
        }
        if (text.startsWith(GROUP)) {
            return new ChannelChoice.Group(text.substring(GROUP.length()));
        }
        if (text.equals(ALL)) {
            return new ChannelChoice.All();
        }
        throw new IllegalArgumentException("not a choice of channels: " + text);
    }
}
