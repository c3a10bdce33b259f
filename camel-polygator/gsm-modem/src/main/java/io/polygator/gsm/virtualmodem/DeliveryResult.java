package io.polygator.gsm.virtualmodem;

/** What the modem tells the network about a delivery. */
public enum DeliveryResult {
    /** In the client's hands, or safe in a storage: the network forgets it. */
    TAKEN,
    /** The client wants none of this kind, neither at once nor stored: it is gone, and asking again is of no use. */
    DISCARDED,
    /** No room: the network keeps it until something is deleted. */
    MEMORY_FULL,
    /** The client did not acknowledge in time, or went away before it could: the network tries again. */
    NOT_ACKNOWLEDGED,
    /** The client refused it: the network tries again. */
    REFUSED;

    /** Whether the network has done with it. */
    public boolean isFinal() {
        return this == TAKEN || this == DISCARDED;
    }
}
