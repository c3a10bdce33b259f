package io.polygator.gateway;

/** Keeps channels open: a channel is connected while at least one lease holds it. */
public interface ChannelLease extends AutoCloseable {
    @Override
    void close();
}
