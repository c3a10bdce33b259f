package io.polygator.app;

import io.quarkus.runtime.PreventFurtherStepsException;

/** Something that keeps the application from starting; told in one line that names the remedy. */
final class StartupProblem extends PreventFurtherStepsException {
    private static final long serialVersionUID = 1L;
    private static final int EXIT_CODE = 1;

    StartupProblem(String line) {
        super(line, EXIT_CODE);
    }
}
