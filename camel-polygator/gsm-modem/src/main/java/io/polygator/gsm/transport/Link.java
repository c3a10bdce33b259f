package io.polygator.gsm.transport;

/** An open link that carries bytes both ways. To be used on its loop only. */
public interface Link {

    /** The loop on which this link's listener is called. */
    Loop loop();

    /** Who is at the other end, for logs. */
    String peer();

    /**
     * Sends the bytes after everything written before. The array belongs to the link from now on. Bytes written to a
     * link that is closing are dropped: {@link LinkListener#onClosed} tells.
     */
    void write(byte[] bytes);

    /** Closes the link; the listener hears {@link LinkListener#onClosed} with {@link LinkClosed.Cause#LOCAL}. */
    void close();
}
