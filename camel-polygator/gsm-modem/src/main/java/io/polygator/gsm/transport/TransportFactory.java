package io.polygator.gsm.transport;

/** Turns addresses into ways to modems. Thread-safe. */
@FunctionalInterface
public interface TransportFactory {

    /** A way to the modem at the address, on a loop of the factory's choice. Opens nothing yet. */
    Transport transport(TransportAddress address);
}
