package io.polygator.gateway.message;

/** What an operator may do to a channel. */
public enum ChannelControl {
    PAUSE,
    RESUME,
    RESET
}
