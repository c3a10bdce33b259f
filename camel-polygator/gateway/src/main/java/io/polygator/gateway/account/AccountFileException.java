package io.polygator.gateway.account;

import java.util.List;
import java.util.stream.Collectors;

/** A file of accounts that is refused as a whole. The message has a line per problem. */
public final class AccountFileException extends Exception {
    private final transient List<AccountProblem> problems;

    AccountFileException(String file, List<AccountProblem> problems) {
        super(file + " is refused:"
                + problems.stream().map(problem -> "\n  " + problem).collect(Collectors.joining()));
        this.problems = List.copyOf(problems);
    }

    /** All problems, in the order of the file. */
    public List<AccountProblem> problems() {
        return problems;
    }
}
