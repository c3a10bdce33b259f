package io.polygator.camel.http;

import io.polygator.camel.polygator.UnknownMessageException;
import io.polygator.gateway.SubmitRefusedException;
import io.polygator.http.Problem;
import io.polygator.http.ProblemException;
import java.util.Objects;
import java.util.Optional;

/** Which problem an exception is for the client. */
final class Problems {

    private Problems() {}

    /** The problem, or empty when the exception is our own fault and its message is not for strangers. */
    static Optional<Problem> of(Throwable failure) {
        if (failure instanceof ProblemException known) {
            return Optional.of(known.problem());
        }
        if (failure instanceof SubmitRefusedException refused) {
            return Optional.of(Problem.wrongField(refused.field(), words(refused)));
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
