package io.polygator.gsm.virtualmodem;

/** What the modem tells the network about a delivery. */
public enum DeliveryResult {
    /** Taken: the network forgets it. */
    TAKEN,
    /** No room: the network keeps it until something is deleted. */
    MEMORY_FULL,
    /** The client did not acknowledge in time: the network tries again. */
    NOT_ACKNOWLEDGED,
    /** The client refused it: the network tries again. */
    REFUSED
}
