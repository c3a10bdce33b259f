package io.polygator.smpp.esme;

/** A request of an ESME cannot be done, for a reason that SMPP has a status for. */
public final class SmppRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient CommandStatus status;

    /**
     * Refuses.
     *
     * @param status anything but ROK
     * @param reason for our log; holds no text and no whole number of a message
     */
    public SmppRefusedException(CommandStatus status, String reason) {
        // Refusals are many and their place is known: no stack trace.
        super(reason, null, false, false);
        this.status = status.isOk() ? CommandStatus.RUNKNOWNERR : status;
    }

    public CommandStatus status() {
        return status;
    }
}
