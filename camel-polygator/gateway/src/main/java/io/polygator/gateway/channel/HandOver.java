package io.polygator.gateway.channel;

import io.polygator.gsm.modem.SendError;
import io.polygator.gsm.modem.SendOutcome;
import io.polygator.gsm.sms.tpdu.SmsSubmit;
import io.polygator.gsm.transport.Loop;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Gives segments to a modem and answers for it when it does not. Gateway loop only. */
record HandOver(ModemPort modem, Loop loop) {

    /**
     * Sends a segment.
     *
     * @param late gets the modem's answer when it comes after the time is over
     * @return completes on the loop, always normally
     */
    CompletionStage<SendOutcome> send(String token, SmsSubmit submit, Duration atMost, Consumer<SendOutcome> late) {
        CompletableFuture<SendOutcome> outcome = new CompletableFuture<>();
        Loop.Timer guard =
                loop.schedule(atMost, () -> outcome.complete(unconfirmed("the modem gave no answer in " + atMost)));
        give(token, submit)
                .whenComplete((answer, failure) -> loop.execute(() -> {
                    guard.cancel();
                    SendOutcome known = failure == null ? answer : unconfirmed("the modem failed: " + failure);
                    if (!outcome.complete(known)) {
                        late.accept(known);
                    }
                }));
        return outcome;
    }

    private CompletionStage<SendOutcome> give(String token, SmsSubmit submit) {
        try {
            return modem.send(token, submit);
        } catch (RuntimeException e) {
            SendError error = new SendError(SendError.Kind.NOT_SENT, -1, "the modem did not take it: " + e);
            return CompletableFuture.completedStage(new SendOutcome.Refused(error));
        }
    }

    private static SendOutcome unconfirmed(String reason) {
        return new SendOutcome.Unconfirmed(reason, Optional.empty());
    }
}
