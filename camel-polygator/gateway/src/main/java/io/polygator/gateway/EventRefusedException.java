package io.polygator.gateway;

/**
 * How a handler says that it will never handle an event, however often it comes: the event is a dead letter at once, and
 * the next of its source has its turn. As the failure of the handler's stage or as a cause of it.
 */
public final class EventRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param reason for people; without numbers and texts */
    public EventRefusedException(String reason) {
        super(reason, null, false, false);
    }

    /** Whether a failure says so. */
    static boolean isIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EventRefusedException) {
                return true;
            }
        }
        return false;
    }
}
