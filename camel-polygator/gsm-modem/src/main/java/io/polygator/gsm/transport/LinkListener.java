package io.polygator.gsm.transport;

/** Hears what happens on one link. Every method is called on the link's loop. */
public interface LinkListener {

    /** The link is open and may be written to. */
    void onOpen(Link link);

    /** Bytes came in, cut wherever the network chose. The array belongs to the listener. */
    void onBytes(byte[] bytes);

    /** The link is gone, or could not be opened. Called exactly once and last. */
    void onClosed(LinkClosed closed);
}
