package io.polygator.camel.http;

import io.polygator.camel.polygator.UnknownChannelException;
import io.polygator.camel.polygator.UnknownMessageException;
import io.polygator.gateway.SubmitRefusedException;
import io.polygator.gateway.TooLateException;
import io.polygator.gateway.UnknownUssdSessionException;
import io.polygator.gateway.UssdBusyException;
import io.polygator.gateway.quota.BudgetExhaustedException;
import io.polygator.gateway.store.StoreFullException;
import io.polygator.gateway.store.StoreUnavailableException;
import io.polygator.gsm.modem.UssdFailedException;
import io.polygator.http.Problem;
import io.polygator.http.ProblemException;
import java.util.Objects;
import java.util.Optional;

/** Which problem an exception is for the client. */
final class Problems {

    /** A store that cannot be used is looked at again soon; one that is full needs messages to be concluded. */
    private static final int SECONDS_UNTIL_AVAILABLE = 5;

    private static final int SECONDS_UNTIL_ROOM = 60;

    private Problems() {}

    /**
     * The problem, or empty when the exception is our own fault and its message is not for strangers.
     *
     * @param undone what has not happened when the store was to blame
     */
    static Optional<Problem> of(Throwable failure, String undone) {
        if (failure instanceof StoreUnavailableException unavailable) {
            return Optional.of(Problem.notNow(undone + ": " + words(unavailable), SECONDS_UNTIL_AVAILABLE));
        }
        if (failure instanceof StoreFullException full) {
            return Optional.of(Problem.notNow(undone + ": " + words(full), SECONDS_UNTIL_ROOM));
        }
        if (failure instanceof ProblemException known) {
            return Optional.of(known.problem());
        }
        if (failure instanceof SubmitRefusedException refused) {
            return Optional.of(Problem.wrongField(refused.field(), words(refused)));
        }
        if (failure instanceof BudgetExhaustedException exhausted) {
            return Optional.of(
                    Problem.tooMany("budget_exhausted", words(exhausted), RetryAfter.seconds(exhausted.retryAfter())));
        }
        if (failure instanceof TooLateException late) {
            return Optional.of(Problem.tooLate(words(late), late.expectedAt()));
        }
        if (failure instanceof UssdBusyException busy) {
            return Optional.of(Problem.conflict("ussd_busy", words(busy), "wait until the session has ended"));
        }
        if (failure instanceof UssdFailedException failed) {
            return Optional.of(Problem.conflict("ussd_failed", words(failed), "look at the state of the channel"));
        }
        if (failure instanceof UnknownUssdSessionException unknown) {
            return Optional.of(Problem.notFound(words(unknown)));
        }
        if (failure instanceof UnknownChannelException unknown) {
            return Optional.of(Problem.wrongField(unknown.field(), words(unknown)));
        }
        if (failure instanceof UnknownMessageException unknown) {
            return Optional.of(Problem.notFound(words(unknown)));
        }
        if (failure instanceof IllegalArgumentException wrong) {
            return Optional.of(Problem.badRequest(words(wrong)));
        }
        return Optional.empty();
    }

    private static String words(Exception failure) {
        return Objects.requireNonNullElse(failure.getMessage(), "the request is wrong");
    }
}
