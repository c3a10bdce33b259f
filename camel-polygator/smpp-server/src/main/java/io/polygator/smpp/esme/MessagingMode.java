package io.polygator.smpp.esme;

/** How much an ESME wants done for a message, bits 1 and 0 of esm_class (SMPP 3.4 §5.2.12). */
public enum MessagingMode {
    /** Store and forward, since nothing else was asked for. */
    DEFAULT,
    /** Sent at most once, without receipt or retry. */
    DATAGRAM,
    /** Sent now; the response waits until the network has answered. */
    TRANSACTION,
    STORE_AND_FORWARD
}
