package io.polygator.gsm.at.session;

import io.polygator.gsm.at.AtLine;
import io.polygator.gsm.at.AtReply;
import io.polygator.gsm.at.AtReply.PayloadProgress;
import io.polygator.gsm.at.FinalResult;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One exchange from the moment it is asked for until it is answered, exactly once. */
final class RunningExchange {
    private final AtExchange exchange;
    private final Answer answer;
    private final CompletableFuture<AtReply> reply = new CompletableFuture<>();
    private PayloadProgress progress = PayloadProgress.NOT_WRITTEN;

    RunningExchange(AtExchange exchange) {
        this.exchange = exchange;
        this.answer = new Answer(exchange.command(), exchange.answer());
    }

    AtExchange exchange() {
        return exchange;
    }

    Answer answer() {
        return answer;
    }

    CompletionStage<AtReply> reply() {
        return reply.minimalCompletionStage();
    }

    boolean hasPayload() {
        return exchange.payload().isPresent();
    }

    boolean isPromptDue() {
        return hasPayload() && progress == PayloadProgress.NOT_WRITTEN;
    }

    boolean isPayloadWritten() {
        return progress == PayloadProgress.WRITTEN;
    }

    void payloadWritten() {
        progress = PayloadProgress.WRITTEN;
    }

    /** Before the payload is written nothing can be the answer to it. */
    boolean take(AtLine line) {
        return !isPromptDue() && answer.take(line);
    }

    /** Whether this result ends the exchange: an OK cannot as long as the prompt is due, a call's result only a call. */
    boolean isEndedBy(FinalResult result) {
        if (result instanceof FinalResult.Call) {
            return exchange.command().concernsCall();
        }
        return !(isPromptDue() && result.isOk());
    }

    void complete(FinalResult result) {
        reply.complete(new AtReply.Completed(result, progress, answer.information()));
    }

    void silent() {
        reply.complete(new AtReply.Silent(progress, answer.information()));
    }

    void lost() {
        reply.complete(new AtReply.Lost(progress, answer.information()));
    }
}
