package io.polygator.app;

import io.quarkus.runtime.PreventFurtherStepsException;

/** Something that keeps the application from starting; prints as one line that names the remedy. */
final class StartupProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartupProblem(String line) {
        // of this cause Quarkus prints the message and no stack trace
        super(line, new PreventFurtherStepsException(line, 1), false, false);
    }

    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
