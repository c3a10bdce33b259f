package io.polygator.gsm.modem;

/** A USSD request that did not get an answer from the network; the message says why and names the channel. */
public final class UssdFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UssdFailedException(String message) {
        super(message);
    }
}
