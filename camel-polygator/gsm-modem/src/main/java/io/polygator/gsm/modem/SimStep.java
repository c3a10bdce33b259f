package io.polygator.gsm.modem;

import io.polygator.gsm.at.AtReply;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Brings the SIM to the state READY: waits while it is busy, has it unlocked when it asks for its PIN. */
final class SimStep implements StartUpStep {
    static final String MISSING = "no SIM, or it does not answer: insert a SIM and check its contacts";

    static final String READY = "READY";
    private static final String PIN = "SIM PIN";
    private static final String NOT_READY = "NOT READY";

    private final SimUnlock unlock;
    private final Patience patience;

    SimStep(SimUnlock unlock, Patience patience) {
        this.unlock = unlock;
        this.patience = patience;
    }

    @Override
    public CompletionStage<StartUpVerdict> run(Line line) {
        return patience.run(line, Commands.simState(), SimStep::isBusy).thenCompose(reply -> {
            Optional<String> state = stateOf(reply);
            if (state.isPresent() && state.get().equals(PIN)) {
                return unlock.run(line).thenCompose(verdict -> afterUnlock(line, verdict));
            }
            if (state.isPresent() && state.get().equals(READY)) {
                return unlock.onReady(line);
            }
            return CompletableFuture.completedStage(verdictOf(state, reply));
        });
    }

    /** What +CPIN says, of a reply that ended well. */
    static Optional<String> stateOf(AtReply reply) {
        return Answers.fields(reply, "+CPIN:").flatMap(fields -> fields.text(0));
    }

    private CompletionStage<StartUpVerdict> afterUnlock(Line line, StartUpVerdict verdict) {
        if (!(verdict instanceof StartUpVerdict.Proceed)) {
            return CompletableFuture.completedStage(verdict);
        }
        // A module may still say SIM PIN for a moment after it took the PIN; that must not lead to a second attempt.
        return patience.run(line, Commands.simState(), reply -> isBusy(reply) || isState(reply, PIN))
                .thenApply(reply -> verdictOf(stateOf(reply), reply));
    }

    private static boolean isBusy(AtReply reply) {
        return Answers.isSimBusy(reply) || isState(reply, NOT_READY);
    }

    private static boolean isState(AtReply reply, String state) {
        return stateOf(reply).filter(state::equals).isPresent();
    }

    private static StartUpVerdict verdictOf(Optional<String> state, AtReply reply) {
        if (state.isPresent()) {
            return verdictOf(state.get());
        }
        if (Answers.isSimMissing(reply) || Answers.isRefused(reply)) {
            return StartUpVerdict.simUnavailable(MISSING);
        }
        return StartUpVerdict.failed(
                "the module does not tell the state of its SIM: AT+CPIN? got " + Answers.describe(reply));
    }

    private static StartUpVerdict verdictOf(String state) {
        if (state.equals(READY) || state.endsWith("PIN2") || state.endsWith("PUK2")) {
            return StartUpVerdict.proceed();
        }
        if (state.startsWith("SIM PUK")) {
            return StartUpVerdict.simUnavailable("the SIM is locked and asks for its PUK: unlock it in a telephone,"
                    + " then set `pin` to the new PIN; the PUK is never entered from here");
        }
        if (state.equals("NOT INSERTED") || state.equals(NOT_READY)) {
            return StartUpVerdict.simUnavailable(MISSING);
        }
        return StartUpVerdict.simUnavailable(
                "the SIM is not usable, its state is " + state + ": unlock it in a telephone");
    }
}
