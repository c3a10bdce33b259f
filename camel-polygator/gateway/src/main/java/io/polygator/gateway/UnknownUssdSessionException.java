package io.polygator.gateway;

/** There is no such USSD session, or not any more. */
public final class UnknownUssdSessionException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnknownUssdSessionException(String session) {
        super("there is no USSD session " + session + ": it has ended, or nobody answered in time", null, false, false);
    }
}
