package io.polygator.gateway.account;

/**
 * Something wrong in the file of accounts. Never holds a secret.
 *
 * @param line in the file, from 1
 * @param account which account; empty when the file as a whole is meant
 * @param field which field, {@code limits.rate}; empty when the account as a whole is meant
 * @param defect what is wrong
 * @param remedy what to do
 */
public record AccountProblem(int line, String account, String field, String defect, String remedy) {

    /** All in one line: {@code line 7: account acme: limits.rate: "fast" is no number; write …}. */
    @Override
    public String toString() {
        return "line " + line + ": " + (account.isEmpty() ? "" : "account " + account + ": ")
                + (field.isEmpty() ? "" : field + ": ") + defect + "; " + remedy;
    }
}
