package io.polygator.gsm.modem;

import io.polygator.gsm.modem.ReferenceCount.Standing;
import io.polygator.gsm.modem.SendJudge.Ambiguity;
import io.polygator.gsm.sms.tpdu.MessageReference;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Settles by the SIM's count of messages what became of one that was handed over without a clear result. A count that
 * has grown by one says that the message left, and with which reference; one that has not grown says that it was never
 * submitted, but only when nothing can submit it any more. In every other case the doubt stays. Modem loop only.
 */
final class Doubts implements StartUpStep {
    private static final String UNSENT = "; it was not sent: the SIM's count of messages has not grown";

    private final ReferenceCount count;
    private final Readiness readiness;
    private final ModemListener listener;
    private Optional<Doubt> open = Optional.empty();

    /** @param over whether the module can no longer be at work on the message */
    private record Doubt(String token, String reason, Standing before, boolean over) {}

    Doubts(ReferenceCount count, Readiness readiness, ModemListener listener) {
        this.count = count;
        this.readiness = readiness;
        this.listener = listener;
    }

    /** The end of the start-up: the count is read, and what the last life left open may be settled. */
    @Override
    public CompletionStage<StartUpVerdict> run(Line line) {
        return count.begin(line).thenApply(now -> {
            consider(now);
            return StartUpVerdict.proceed();
        });
    }

    /** No answer came to the message: it may still be on its way. */
    void open(String token, String reason) {
        open = count.standing().map(before -> new Doubt(token, reason, before, false));
        look();
    }

    /** Something else has settled the message. */
    void close(String token) {
        open = open.filter(doubt -> !doubt.token.equals(token));
    }

    /** The next message changes the count. */
    void closeAll() {
        open = Optional.empty();
    }

    /** From now on the module can no longer be at work on the message. Completes when the count has been looked at. */
    CompletionStage<Void> onOver(String token) {
        open = open.map(
                doubt -> doubt.token.equals(token) ? new Doubt(token, doubt.reason, doubt.before, true) : doubt);
        return look();
    }

    /** Looks at the count if that may settle something. */
    CompletionStage<Void> look() {
        Optional<Line> line = open.flatMap(doubt -> readiness.line());
        return line.isPresent()
                ? count.read(line.get()).thenAccept(this::consider)
                : CompletableFuture.completedStage(null);
    }

    /**
     * The module ended the message with an error that may hide that the network took it.
     *
     * @param judged what the error alone says
     */
    CompletionStage<SendOutcome> settleError(Line line, SendOutcome judged, Ambiguity error) {
        Optional<Standing> before = count.standing();
        return count.onFailed(line)
                .thenApply(now -> before.isEmpty() || now.isEmpty()
                        ? judged
                        : outcomeOfError(judged, error, before.get(), now.get()));
    }

    private SendOutcome outcomeOfError(SendOutcome judged, Ambiguity error, Standing before, MessageReference now) {
        if (now.equals(before.last().next())) {
            return new SendOutcome.Unconfirmed(error.description(), Optional.of(now));
        }
        boolean unsent = now.equals(before.last()) && before.provesUnsent() && count.countsFailures();
        // Temporary rather than not sent: an attempt that counts, so that what fails each time comes to an end.
        return unsent && judged instanceof SendOutcome.Unconfirmed
                ? new SendOutcome.Refused(
                        new SendError(SendError.Kind.TEMPORARY, error.code(), error.description() + UNSENT))
                : judged;
    }

    private void consider(Optional<MessageReference> now) {
        if (open.isEmpty() || now.isEmpty()) {
            return;
        }
        Doubt doubt = open.get();
        Standing before = doubt.before;
        boolean unchanged = now.get().equals(before.last());
        if (!count.isSimOf(before)) {
            open = Optional.empty();
        } else if (now.get().equals(before.last().next())) {
            open = Optional.empty();
            listener.onLateOutcome(doubt.token, new SendOutcome.Unconfirmed(doubt.reason, now));
        } else if (!unchanged) {
            open = Optional.empty();
        } else if (doubt.over) {
            open = Optional.empty();
            if (before.provesUnsent()) {
                listener.onLateOutcome(doubt.token, SendJudge.notSent(doubt.reason + UNSENT));
            }
        }
    }
}
