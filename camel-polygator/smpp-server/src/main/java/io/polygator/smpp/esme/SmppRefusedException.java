package io.polygator.smpp.esme;

import java.util.Optional;

/** A request of an ESME cannot be done, for a reason that SMPP has a status for. */
public final class SmppRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient CommandStatus status;
    private final String messageId;

    /**
     * Refuses.
     *
     * @param status anything but ROK
     * @param reason for our log; holds no text and no whole number of a message
     */
    public SmppRefusedException(CommandStatus status, String reason) {
        this(status, reason, "");
    }

    /**
     * Refuses a submission that had an id already: as the ESME is not told the id, it gets no receipt with it.
     *
     * @param messageId as {@link MessageIdText#text} of its receipts
     */
    public SmppRefusedException(CommandStatus status, String reason, String messageId) {
        // Refusals are many and their place is known: no stack trace.
        super(reason, null, false, false);
        this.status = status.isOk() ? CommandStatus.RUNKNOWNERR : status;
        this.messageId = messageId;
    }

    public CommandStatus status() {
        return status;
    }

    /** The id that the refused submission had, if it had one. */
    public Optional<String> messageId() {
        return messageId.isEmpty() ? Optional.empty() : Optional.of(messageId);
    }
}
