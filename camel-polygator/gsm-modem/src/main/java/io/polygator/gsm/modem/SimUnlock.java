package io.polygator.gsm.modem;

import io.polygator.gsm.at.AtReply;
import io.polygator.gsm.at.CmeError;
import io.polygator.gsm.at.FinalResult;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Enters the PIN, by one rule: only a SIM that asks for it, one attempt per SIM and value ever, recorded before it is
 * made, and never the SIM's last attempt. Three wrong ones lock a SIM for good. Modem loop only.
 */
final class SimUnlock {
    private static final int INCORRECT_PASSWORD = 16;
    private static final int FEWEST_LEFT = 2;

    private final String channel;
    private final Optional<String> pin;
    private final PinLedger ledger;
    private final SimIdentity identity;
    private final Supplier<ModemProfile> profile;
    private Optional<String> unanswered = Optional.empty();

    SimUnlock(ModemSettings settings, PinLedger ledger, SimIdentity identity, Supplier<ModemProfile> profile) {
        this.channel = settings.name();
        this.pin = settings.pin();
        this.ledger = ledger;
        this.identity = identity;
        this.profile = profile;
    }

    /** To be called only when the SIM asks for its PIN. */
    CompletionStage<StartUpVerdict> run(Line line) {
        if (pin.isEmpty()) {
            return refused("the SIM asks for a PIN and `pin` of channel " + channel + " is not set: set it");
        }
        return identity.readIccid(line).thenCompose(iccid -> attemptsLeft(line)
                .thenCompose(left -> attempt(line, iccid.orElse("unnamed SIM of " + channel), left)));
    }

    /** The SIM does not ask: if it is the one whose answer was lost, the attempt turned out right. */
    CompletionStage<StartUpVerdict> onReady(Line line) {
        if (unanswered.isEmpty()) {
            return CompletableFuture.completedStage(StartUpVerdict.proceed());
        }
        return identity.readIccid(line).thenApply(iccid -> {
            unanswered.filter(sim -> iccid.filter(sim::equals).isPresent()).ifPresent(ledger::forget);
            unanswered = Optional.empty();
            return StartUpVerdict.proceed();
        });
    }

    private CompletionStage<OptionalInt> attemptsLeft(Line line) {
        Optional<ModuleQuery> query = profile.get().pinAttemptsLeft();
        if (query.isEmpty()) {
            return CompletableFuture.completedStage(OptionalInt.empty());
        }
        return line.run(Commands.ofModule(query.get()))
                .thenApply(reply -> Answers.fields(reply, query.get().prefix())
                        .map(fields -> fields.number(0))
                        .orElse(OptionalInt.empty()));
    }

    private CompletionStage<StartUpVerdict> attempt(Line line, String sim, OptionalInt left) {
        if (left.isPresent() && left.getAsInt() < FEWEST_LEFT) {
            return refused("the SIM has " + left.getAsInt() + " PIN attempt left, too few to try `pin` of channel "
                    + channel + ": enter the right PIN once in a telephone");
        }
        if (!line.isAlive()) {
            return CompletableFuture.completedStage(
                    StartUpVerdict.failed("the link was lost before the PIN was tried"));
        }
        if (!ledger.recordAttempt(sim, pin.orElseThrow())) {
            return refused("`pin` of channel " + channel + " was tried on this SIM before and is not tried again:"
                    + " set the right `pin`, or switch the SIM's PIN off in a telephone");
        }
        unanswered = Optional.of(sim);
        return line.run(Commands.enterPin(pin.orElseThrow())).thenApply(reply -> verdictOf(reply, sim));
    }

    private StartUpVerdict verdictOf(AtReply reply, String sim) {
        if (Answers.isOk(reply)) {
            ledger.forget(sim);
            unanswered = Optional.empty();
            return StartUpVerdict.proceed();
        }
        if (!(reply instanceof AtReply.Completed completed)) {
            return StartUpVerdict.failed("no answer to AT+CPIN: it is found out at the next start-up whether `pin` of"
                    + " channel " + channel + " was right");
        }
        unanswered = Optional.empty();
        boolean wrong = completed.result() instanceof FinalResult.Cme cme
                && cme.error().equals(new CmeError(INCORRECT_PASSWORD));
        return StartUpVerdict.simUnavailable(
                (wrong ? "the SIM says that `pin` of channel " : "the SIM refused `pin` of channel ")
                        + channel + (wrong ? " is wrong" : " (" + Answers.describe(reply) + ")")
                        + "; it is not tried again: set the right `pin`, or switch the SIM's PIN off in a telephone");
    }

    private static CompletionStage<StartUpVerdict> refused(String detail) {
        return CompletableFuture.completedStage(StartUpVerdict.simUnavailable(detail));
    }
}
