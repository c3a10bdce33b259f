package io.polygator.app;

import io.quarkus.runtime.PreventFurtherStepsException;

/** Something that keeps the application from starting; Quarkus prints its line instead of a stack trace. */
final class StartupProblem {
    private static final int EXIT_CODE = 1;

    private StartupProblem() {}

    /** @param line what is wrong, and the remedy */
    static PreventFurtherStepsException of(String line) {
        return new PreventFurtherStepsException(line, EXIT_CODE);
    }
}
