package io.polygator.gateway.account;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong, so that an operator sees it all at once. Not thread-safe. */
final class Problems {
    private static final int MOST = 100;

    private final List<AccountProblem> found = new ArrayList<>();

    /** Notes a problem; beyond a hundred they tell nothing new. */
    void add(int line, String account, String field, String defect, String remedy) {
        if (found.size() < MOST) {
            found.add(new AccountProblem(line, account, field, defect, remedy));
        }
    }

    List<AccountProblem> inOrderOfTheFile() {
        return found.stream()
                .sorted(Comparator.comparingInt(AccountProblem::line))
                .toList();
    }
}
