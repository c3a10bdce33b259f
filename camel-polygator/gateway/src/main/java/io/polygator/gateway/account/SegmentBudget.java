package io.polygator.gateway.account;

import java.util.OptionalInt;

/**
 * How many segments an account may send. Only what is agreed: the engine counts. Days and months are those of the
 * calendar that the budgets of SIMs go by.
 *
 * @param perDay segments in a day, at least 1; empty for no limit
 * @param perMonth segments in a month, at least 1; empty for no limit
 */
public record SegmentBudget(OptionalInt perDay, OptionalInt perMonth) {

    public SegmentBudget {
        require("perDay", perDay);
        require("perMonth", perMonth);
    }

    /** No limit. */
    public static SegmentBudget unlimited() {
        return new SegmentBudget(OptionalInt.empty(), OptionalInt.empty());
    }

    private static void require(String name, OptionalInt limit) {
        if (limit.isPresent() && limit.getAsInt() < 1) {
            throw new IllegalArgumentException(
                    name + " must be at least 1, was " + limit.getAsInt() + "; leave it out for no limit");
        }
    }
}
