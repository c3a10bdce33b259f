package io.polygator.gateway;

/** Nobody would hear of the event: it must not be taken, or it would be lost. */
public final class NobodySubscribesException extends Exception {
    private static final long serialVersionUID = 1L;

    public NobodySubscribesException(String channel) {
        super("nobody subscribes to inbound messages of " + channel, null, false, false);
    }
}
