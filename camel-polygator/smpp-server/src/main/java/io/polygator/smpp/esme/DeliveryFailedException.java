package io.polygator.smpp.esme;

/** An ESME has not acknowledged a delivery; which kind says what to do about it. */
public abstract sealed class DeliveryFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    private DeliveryFailedException(String reason) {
        // Every delivery of a lost session fails at once: no stack traces.
        super(reason, null, false, false);
    }

    /** No session of the account can receive: keep it until {@link EsmeListener#bound}. It was not sent. */
    public static final class NotBound extends DeliveryFailedException {
        private static final long serialVersionUID = 1L;

        public NotBound(String account) {
            super(account + " is not bound as receiver or transceiver: keep the delivery until it binds");
        }
    }

    /** The account has no place for more: offer it again later. It was not sent. */
    public static final class QueueFull extends DeliveryFailedException {
        private static final long serialVersionUID = 1L;

        public QueueFull(String account, int waiting) {
            super(waiting + " deliveries wait for " + account + " already: offer this one again later");
        }
    }

    /** The ESME could not take it now: offer it again later. */
    public static final class Postponed extends DeliveryFailedException {
        private static final long serialVersionUID = 1L;

        private final transient CommandStatus status;

        public Postponed(CommandStatus status) {
            super("the ESME answered " + status + ": offer the delivery again later");
            this.status = status;
        }

        public CommandStatus status() {
            return status;
        }
    }

    /**
     * The ESME refused it with a status that says neither "later" nor "never": offer it a few times more, then treat it as
     * {@link Rejected}.
     */
    public static final class Refused extends DeliveryFailedException {
        private static final long serialVersionUID = 1L;

        private final transient CommandStatus status;

        public Refused(CommandStatus status) {
            super("the ESME answered " + status + ": offer the delivery a few times more");
            this.status = status;
        }

        public CommandStatus status() {
            return status;
        }
    }

    /** The ESME refused it for good: do not offer it again. */
    public static final class Rejected extends DeliveryFailedException {
        private static final long serialVersionUID = 1L;

        private final transient CommandStatus status;

        public Rejected(CommandStatus status) {
            super("the ESME answered " + status + ": do not offer the delivery again");
            this.status = status;
        }

        /** RX_P_APPN asks to pause everything to the same destination. */
        public CommandStatus status() {
            return status;
        }
    }

    /** It was sent and nobody answered: to offer it again may duplicate it, so mark it. */
    public static final class Unanswered extends DeliveryFailedException {
        private static final long serialVersionUID = 1L;

        public Unanswered(String reason) {
            super(reason + ": when the delivery is offered again, it may be a duplicate");
        }
    }
}
