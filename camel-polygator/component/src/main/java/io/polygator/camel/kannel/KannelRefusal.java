package io.polygator.camel.kannel;

import io.polygator.camel.http.RetryAfter;
import io.polygator.camel.polygator.UnknownChannelException;
import io.polygator.gateway.SubmitRefusedException;
import io.polygator.gateway.TooLateException;
import io.polygator.gateway.quota.BudgetExhaustedException;
import io.polygator.gateway.store.StoreFullException;
import io.polygator.gateway.store.StoreUnavailableException;
import io.polygator.http.Problem;
import io.polygator.http.ProblemException;
import io.polygator.http.kannel.KannelAnswer;
import io.polygator.http.kannel.KannelRefusedException;
import java.time.Duration;

/**
 * An exception in Kannel's words.
 *
 * @param retryAfter seconds after which the same request may succeed; 0 for never
 */
record KannelRefusal(KannelAnswer answer, int retryAfter) {
    private static final int SECONDS_UNTIL_AVAILABLE = 5;
    private static final int SECONDS_UNTIL_ROOM = 60;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int LONGEST = 86_400;

    static KannelRefusal of(Throwable failure) {
        if (failure instanceof KannelRefusedException refused) {
            return never(refused.answer());
        }
        if (failure instanceof ProblemException known) {
            return of(known.problem());
        }
        if (failure instanceof SubmitRefusedException refused) {
            return never(ofField(refused.field()));
        }
        if (failure instanceof StoreUnavailableException) {
            return later(SECONDS_UNTIL_AVAILABLE);
        }
        if (failure instanceof StoreFullException) {
            return later(SECONDS_UNTIL_ROOM);
        }
        if (failure instanceof BudgetExhaustedException exhausted) {
            return later(exhausted.retryAfter());
        }
        // Kannel has no word for it: the validity is well formed, and the queue grows shorter
        if (failure instanceof TooLateException late) {
            return later(late.excess());
        }
        if (failure instanceof UnknownChannelException) {
            return never(KannelAnswer.NOT_ROUTABLE);
        }
        return never(KannelAnswer.FAILED);
    }

    private static KannelRefusal of(Problem problem) {
        Integer retryAfter = problem.retryAfter();
        if (retryAfter != null) {
            return later(retryAfter);
        }
        boolean stranger = problem.status() == UNAUTHORIZED || problem.status() == FORBIDDEN || problem.status() == 503;
        return never(stranger ? KannelAnswer.AUTHORIZATION_FAILED : KannelAnswer.FAILED);
    }

    /** What the gateway finds wrong with a field, by the name that the gateway has for it. */
    private static KannelAnswer ofField(String field) {
        return switch (field) {
            case "to" -> KannelAnswer.RECIPIENTS_DENIED;
            case "text", "data" -> KannelAnswer.rejected("Text field is too long");
            case "validity" -> KannelAnswer.misformed("Validity field");
            case "sendAt" -> KannelAnswer.misformed("Deferred field");
            default -> KannelAnswer.NOT_ROUTABLE;
        };
    }

    private static KannelRefusal never(KannelAnswer answer) {
        return new KannelRefusal(answer, 0);
    }

    private static KannelRefusal later(Duration wait) {
        return later(Math.min(LONGEST, RetryAfter.seconds(wait)));
    }

    private static KannelRefusal later(int seconds) {
        return new KannelRefusal(KannelAnswer.TRY_LATER, seconds);
    }

    /** Whether nothing of the client's explains it. */
    boolean isOurFault() {
        return answer.equals(KannelAnswer.FAILED);
    }
}
