package io.polygator.gsm.modem;

import io.polygator.gsm.at.AtReply;
import io.polygator.gsm.at.session.AtExchange;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A row of the start-up: a command, whether the modem can do without it, and who reads its answer.
 *
 * @param exchange asked for when its turn comes, since some depend on the module found by an earlier row
 * @param necessity what a refusal means
 * @param reader of the answer, whatever it is
 */
record CommandStep(Supplier<AtExchange> exchange, Necessity necessity, Consumer<AtReply> reader, Patience patience)
        implements StartUpStep {

    /** What a refusal means. */
    enum Necessity {
        /** Without it the module is of no use. */
        REQUIRED,
        /** Much depends on what it tells, so it is asked for again when no answer comes; some modules do not have it. */
        WANTED,
        /** Some modules do not have it. */
        OPTIONAL
    }

    @Override
    public CompletionStage<StartUpVerdict> run(Line line) {
        AtExchange row = exchange.get();
        return patience.run(line, row, this::notYet).thenApply(reply -> judge(row, reply));
    }

    private boolean notYet(AtReply reply) {
        boolean refusal = Answers.isRefused(reply) && !Answers.isSimMissing(reply);
        return Answers.isSimBusy(reply)
                || (refusal && necessity == Necessity.REQUIRED)
                || (reply instanceof AtReply.Silent && necessity == Necessity.WANTED);
    }

    private StartUpVerdict judge(AtExchange row, AtReply reply) {
        reader.accept(reply);
        if (necessity != Necessity.REQUIRED || Answers.isOk(reply)) {
            return StartUpVerdict.proceed();
        }
        if (Answers.isSimMissing(reply)) {
            return StartUpVerdict.simUnavailable(SimStep.MISSING);
        }
        return StartUpVerdict.failed("the module answers " + row.command() + " with " + Answers.describe(reply)
                + "; if this lasts, restart it at the gateway");
    }
}
