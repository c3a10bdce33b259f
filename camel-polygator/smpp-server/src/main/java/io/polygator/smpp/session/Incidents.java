package io.polygator.smpp.session;

import io.polygator.smpp.esme.CommandStatus;
import io.polygator.smpp.esme.SmppRefusedException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Failures of our own side: numbered in the log, so that a client's complaint finds its cause. */
final class Incidents {
    private static final Logger log = LoggerFactory.getLogger(Incidents.class);
    private static final AtomicLong NUMBERS = new AtomicLong();

    private Incidents() {}

    /** The status that tells the peer why its request failed. */
    static CommandStatus statusOf(Throwable failure, String request) {
        Throwable cause = causeOf(failure);
        if (cause instanceof SmppRefusedException refusal) {
            log.debug("{} refused: {} ({})", request, refusal.getMessage(), refusal.status());
            return refusal.status();
        }
        log.error("Incident {}: {} failed; the session goes on", NUMBERS.incrementAndGet(), request, cause);
        return CommandStatus.RUNKNOWNERR;
    }

    /** The id that a submission had which was refused all the same, if it had one. */
    static Optional<String> refusedId(Throwable failure) {
        return causeOf(failure) instanceof SmppRefusedException refusal ? refusal.messageId() : Optional.empty();
    }

    private static Throwable causeOf(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
