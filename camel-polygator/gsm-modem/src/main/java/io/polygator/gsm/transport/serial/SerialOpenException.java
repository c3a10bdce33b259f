package io.polygator.gsm.transport.serial;

import io.polygator.gsm.transport.LinkClosed;

/** A device that cannot be opened. */
final class SerialOpenException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient LinkClosed closed;

    SerialOpenException(LinkClosed.Cause cause, String detail) {
        super(detail);
        this.closed = new LinkClosed(cause, detail);
    }

    /** What the listener of the attempt is told. */
    LinkClosed closed() {
        return closed;
    }
}
