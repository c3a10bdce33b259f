package io.polygator.gateway;

/** A message that cannot be taken; the message says which field is wrong and what to write instead. */
public final class SubmitRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String field;

    public SubmitRefusedException(String field, String message) {
        super(message, null, false, false);
        this.field = field;
    }

    /** The field of {@link io.polygator.gateway.message.OutboundMessage} that is wrong: {@code to}, {@code text}, … */
    public String field() {
        return field;
    }
}
