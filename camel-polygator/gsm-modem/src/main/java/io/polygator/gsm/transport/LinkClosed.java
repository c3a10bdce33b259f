package io.polygator.gsm.transport;

/**
 * Why a link ended or did not come about.
 *
 * @param cause what happened
 * @param detail what the system or the peer said, for the operator
 */
public record LinkClosed(Cause cause, String detail) {

    /** What happened to the link. */
    public enum Cause {
        /** We closed it. */
        LOCAL,
        /** The other end closed it in order. */
        PEER,
        /** The address answers, but somebody else holds the port: ser2net allows one client. */
        BUSY,
        /** Nobody listens, the host cannot be reached, or the device cannot be opened. */
        UNREACHABLE,
        /** An open link broke. */
        BROKEN
    }
}
