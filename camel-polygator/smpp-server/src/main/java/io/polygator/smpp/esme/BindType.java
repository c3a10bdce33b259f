package io.polygator.smpp.esme;

/** What an ESME asked to do on a session. */
public enum BindType {
    TRANSMITTER,
    RECEIVER,
    TRANSCEIVER;

    /** Whether the ESME may submit. */
    public boolean submits() {
        return this != RECEIVER;
    }

    /** Whether the ESME may be sent messages and receipts. */
    public boolean receives() {
        return this != TRANSMITTER;
    }
}
