package io.polygator.camel.polygator;

/** What an exchange names is no channel, gateway or group, or not just one channel; the message says what there is. */
public final class UnknownChannelException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;

    UnknownChannelException(String field, String message) {
        super(message);
        this.field = field;
    }

    /** What was named: {@code channel} or {@code group}. */
    public String field() {
        return field;
    }
}
