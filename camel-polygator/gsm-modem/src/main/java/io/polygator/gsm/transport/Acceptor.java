package io.polygator.gsm.transport;

import java.util.function.Supplier;

/** The other end of {@link Transport}: waits for links that somebody else opens. */
public interface Acceptor extends AutoCloseable {

    /**
     * Starts to listen. Every link that comes in gets a listener of its own from the supplier.
     *
     * @return where it listens, with the port that was chosen when none was asked for: {@code tcp:127.0.0.1:9101}
     * @throws LinkException if the address cannot be bound, naming it and the reason
     */
    String listen(Supplier<LinkListener> listeners) throws LinkException;

    /** Stops listening and closes every link that came in. */
    @Override
    void close();
}
