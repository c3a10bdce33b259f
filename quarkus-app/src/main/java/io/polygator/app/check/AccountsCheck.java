package io.polygator.app.check;

import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.gateway.account.AccountFile;
import io.polygator.gateway.account.AccountFileException;
import io.polygator.gateway.account.AccountProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The file of accounts, as {@code camel.component.polygator.accounts-file} names it; without one there is nothing to see. */
final class AccountsCheck implements Check {
    private final PolygatorComponent component;

    AccountsCheck(PolygatorComponent component) {
        this.component = component;
    }

    @Override
    public List<Finding> findings() {
        return Optional.ofNullable(component.getAccountsFile())
                .filter(Predicate.not(String::isBlank))
                .map(file -> findings(Path.of(file)))
                .orElseGet(List::of);
    }

    private static List<Finding> findings(Path file) {
        try {
            new AccountFile(file).read();
            return List.of();
        } catch (AccountFileException e) {
            return e.problems().stream()
                    .map(problem -> new Finding(file + ":" + problem.line(), words(problem)))
                    .toList();
        }
    }

    /** What the problem says of itself, without its line. */
    private static String words(AccountProblem problem) {
        return new AccountProblem(0, problem.account(), problem.field(), problem.defect(), problem.remedy())
                .toString()
                .substring("line 0: ".length());
    }
}
