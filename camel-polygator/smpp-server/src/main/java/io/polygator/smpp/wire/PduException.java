package io.polygator.smpp.wire;

import io.polygator.smpp.esme.CommandStatus;

/** A PDU breaks a rule: which field, and the status that says so to the peer. */
public final class PduException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient CommandStatus status;

    /** Names the field, never its contents. */
    public PduException(CommandStatus status, String field) {
        // Hostile input must stay cheap: no stack trace, the field says more.
        super(field + ": " + status, null, false, false);
        this.status = status;
    }

    public CommandStatus status() {
        return status;
    }
}
