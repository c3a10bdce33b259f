package io.polygator.http;

/** A request that cannot be served; carries the problem to answer with. */
public final class ProblemException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        // requests come from strangers and must stay cheap: no stack trace
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
