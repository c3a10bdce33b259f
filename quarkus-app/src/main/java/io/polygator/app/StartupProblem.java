package io.polygator.app;

/** Something that keeps the application from starting; prints as one line that names the remedy. */
final class StartupProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartupProblem(String line) {
        super(line, null, false, false);
    }

    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
