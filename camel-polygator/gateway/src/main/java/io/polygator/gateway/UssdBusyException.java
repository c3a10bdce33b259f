package io.polygator.gateway;

/** The channel has a USSD session already; the message says what helps. */
public final class UssdBusyException extends Exception {
    private static final long serialVersionUID = 1L;

    public UssdBusyException(String message) {
        super(message, null, false, false);
    }
}
