package io.polygator.app.check;

import io.polygator.app.ForbiddenTargets;
import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.AccountFile;
import io.polygator.gateway.account.AccountFileException;
import io.polygator.gateway.account.AccountProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The file of accounts, as {@code camel.component.polygator.accounts-file} names it, and where the webhooks in it lead to;
 * without a file there is nothing to see.
 */
final class AccountsCheck implements Check {
    private final PolygatorComponent component;
    private final Optional<ForbiddenTargets> targets;

    /** @param targets empty when nobody can say which are forbidden */
    AccountsCheck(PolygatorComponent component, Optional<ForbiddenTargets> targets) {
        this.component = component;
        this.targets = targets;
    }

    @Override
    public List<Finding> findings() {
        return Optional.ofNullable(component.getAccountsFile())
                .filter(Predicate.not(String::isBlank))
                .map(file -> findings(Path.of(file)))
                .orElseGet(List::of);
    }

    private List<Finding> findings(Path file) {
        try {
            return new AccountFile(file)
                    .read().stream()
                            .flatMap(account -> webhook(account, file).stream())
                            .toList();
        } catch (AccountFileException e) {
            return e.problems().stream()
                    .map(problem -> new Finding(file + ":" + problem.line(), words(problem)))
                    .toList();
        }
    }

    private Optional<Finding> webhook(Account account, Path file) {
        return account.webhook().map(webhook -> webhook.url().toString()).flatMap(url -> targets.flatMap(
                        forbidden -> forbidden.problem("account " + account.id() + ": webhook.url", url))
                .map(words -> new Finding(place(file, account, url), words)));
    }

    /** The first line with the URL below the account's name. */
    private static String place(Path file, Account account, String url) {
        List<String> lines = lines(file);
        int from = 0;
        while (from < lines.size() && !lines.get(from).strip().startsWith(account.id() + ":")) {
            from++;
        }
        for (int index = from; index < lines.size(); index++) {
            if (lines.get(index).contains(url)) {
                return file + ":" + (index + 1);
            }
        }
        return file.toString();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException goneMeanwhile) {
            return List.of();
        }
    }

    /** What the problem says of itself, without its line. */
    private static String words(AccountProblem problem) {
        return new AccountProblem(0, problem.account(), problem.field(), problem.defect(), problem.remedy())
                .toString()
                .substring("line 0: ".length());
    }
}
