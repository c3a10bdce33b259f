package io.polygator.gateway.quota;

/** Knows what accounts may submit. Thread-safe; asked with every message that names an account, so it must be quick. */
@FunctionalInterface
public interface AccountBudgets {

    /** The budget of an account; unlimited for one that is not known. */
    SegmentBudget of(String account);

    /** Every account may submit what it likes. */
    static AccountBudgets unlimited() {
        return account -> SegmentBudget.unlimited();
    }
}
