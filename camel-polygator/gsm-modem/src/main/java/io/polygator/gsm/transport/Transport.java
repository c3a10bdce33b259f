package io.polygator.gsm.transport;

/**
 * A way to one modem: a TCP port, a TTY, a pipe in memory. Makes one link per call; whoever calls decides whether and
 * when to try again. Thread-safe.
 */
public interface Transport {

    /** Where this leads, as the operator wrote it, for logs and errors: {@code tcp:192.168.2.154:9101}. */
    String address();

    /** The loop on which every listener of this transport is called. */
    Loop loop();

    /**
     * Starts one attempt to open a link. The listener hears either {@link LinkListener#onOpen} and later {@link
     * LinkListener#onClosed}, or {@link LinkListener#onClosed} alone when the attempt fails; always on the loop, never
     * before this method has returned.
     */
    void connect(LinkListener listener);
}
