package io.polygator.gateway;

/** Somebody who hears events; closing it ends that. */
public interface Subscription extends AutoCloseable {

    /** Events that rest since their handling failed are handed out at once: what kept the handler is over. */
    void retryNow();

    @Override
    void close();
}
