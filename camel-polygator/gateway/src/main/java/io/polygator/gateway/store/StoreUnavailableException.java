package io.polygator.gateway.store;

/**
 * The store cannot be used at the moment: disk full, file locked or damaged, database gone. Nothing was changed; the
 * call may be repeated later. The message names the trouble and what helps, and
 * may be told to anybody; which store it is stands in the log.
 */
public final class StoreUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
