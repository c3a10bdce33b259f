package io.polygator.gsm.at.session;

import io.polygator.gsm.at.AtLine;
import io.polygator.gsm.at.FinalResult;
import java.util.Optional;

/**
 * What still comes for an exchange that was answered Silent; reported once, and credited to nothing else. Back in step,
 * only information counts that can be nobody else's: the reference of a message that was written.
 */
final class LateAnswer {
    private final RunningExchange exchange;
    private final AtSessionListener listener;
    private boolean inStep;
    private boolean informed;
    private boolean ended;
    private boolean reported;

    LateAnswer(RunningExchange exchange, AtSessionListener listener) {
        this.exchange = exchange;
        this.listener = listener;
    }

    /** Takes the line if it belongs to the exchange. */
    boolean take(AtLine line) {
        if (ended || (inStep && !exchange.isPayloadWritten()) || !exchange.take(line)) {
            return false;
        }
        informed = true;
        if (inStep) {
            reportInformation();
        }
        return true;
    }

    /**
     * Takes the result if it ends the exchange.
     *
     * @param certain whether nothing else that was written can have this result
     */
    boolean take(FinalResult result, boolean certain) {
        boolean ours = informed || (certain && !inStep);
        if (ended || !ours || !exchange.isEndedBy(result)) {
            return false;
        }
        ended = true;
        report(Optional.of(result));
        return true;
    }

    /** The dialogue is in step again. */
    void onInStep() {
        reportInformation();
        inStep = true;
    }

    /** Reports the information that came, without waiting for a result. */
    void reportInformation() {
        if (informed) {
            report(Optional.empty());
        }
    }

    private void report(Optional<FinalResult> result) {
        if (!reported) {
            reported = true;
            listener.onLateAnswer(exchange.exchange(), exchange.answer().information(), result);
        }
    }
}
