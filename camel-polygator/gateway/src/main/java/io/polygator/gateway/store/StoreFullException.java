package io.polygator.gateway.store;

/** A store that can take no more; the message says how much it holds and what helps. */
public final class StoreFullException extends Exception {
    private static final long serialVersionUID = 1L;

    public StoreFullException(String message) {
        super(message, null, false, false);
    }
}
