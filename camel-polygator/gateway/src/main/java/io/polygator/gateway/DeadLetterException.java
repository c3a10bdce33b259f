package io.polygator.gateway;

/**
 * What a handler fails with when the event shall not come again by itself: it becomes a dead letter at once, and the next
 * one of its source has its turn.
 */
public final class DeadLetterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says why, for the operator who will replay or discard it. */
    public DeadLetterException(String reason) {
        super(reason);
    }

    /** Whether the failure is one, or was brought about by one. */
    static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DeadLetterException) {
                return true;
            }
        }
        return false;
    }
}
