package io.polygator.app;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Something that keeps the application from starting; prints as one line that names the remedy. Of a wrong
 * configuration Quarkus prints the message alone, as the last line.
 */
final class StartupProblem extends ConfigurationException {
    private static final long serialVersionUID = 1L;

    StartupProblem(String line) {
        super(line);
    }

    /** Where it was found helps no operator. */
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }

    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
