package io.polygator.gateway;

/** Somebody who hears events; closing it ends that. */
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
