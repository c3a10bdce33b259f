package io.polygator.gsm.transport;

/** An address that cannot be listened on; the message names the address and the remedy. */
public final class LinkException extends Exception {
    private static final long serialVersionUID = 1L;

    public LinkException(String message, Throwable cause) {
        super(message, cause);
    }
}
