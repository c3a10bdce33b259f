package io.polygator.gsm.at.session;

import io.polygator.gsm.at.AtLine;
import io.polygator.gsm.at.FinalResult;
import java.util.Optional;

/** What still comes for an exchange that was answered Silent; reported once, and credited to nothing else. */
final class LateAnswer {
    private final RunningExchange exchange;
    private final AtSessionListener listener;
    private boolean informed;
    private boolean resultDue = true;
    private boolean reported;

    LateAnswer(RunningExchange exchange, AtSessionListener listener) {
        this.exchange = exchange;
        this.listener = listener;
    }

    /** Whether the payload was written, so that an answer matters however late it comes. */
    boolean isForPayload() {
        return exchange.isPayloadWritten();
    }

    /** Whether information came after the exchange had been given up: the next result belongs to it. */
    boolean isResultDue() {
        return informed && resultDue;
    }

    /** Takes the line if it belongs to the exchange. */
    boolean take(AtLine line) {
        boolean taken = resultDue && exchange.take(line);
        informed |= taken;
        return taken;
    }

    /** Takes the result if it can end the exchange. */
    boolean take(FinalResult result) {
        if (!resultDue || !exchange.isEndedBy(result)) {
            return false;
        }
        resultDue = false;
        report(Optional.of(result));
        return true;
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
