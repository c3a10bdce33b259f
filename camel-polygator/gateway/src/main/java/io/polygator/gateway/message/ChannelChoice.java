package io.polygator.gateway.message;

/** Which channels may take a message, or are meant by an endpoint. */
public sealed interface ChannelChoice {
    /** Every channel. */
    record All() implements ChannelChoice {}

    /** One channel by its name, {@code g8-3}. */
    record Named(String channel) implements ChannelChoice {}

    /** The channels of one gateway, {@code g8}. */
    record OfGateway(String gateway) implements ChannelChoice {}

    /** The channels of one group. */
    record Group(String group) implements ChannelChoice {}
}
