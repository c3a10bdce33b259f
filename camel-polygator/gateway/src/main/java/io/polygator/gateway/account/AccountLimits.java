package io.polygator.gateway.account;

import io.polygator.gateway.quota.SegmentBudget;
import java.util.Optional;

/**
 * How much an account may send.
 *
 * @param rate how fast; empty for no limit
 * @param budget how much in a day and a month
 */
public record AccountLimits(Optional<RateLimit> rate, SegmentBudget budget) {

    /** No limit at all. */
    public static AccountLimits unlimited() {
        return new AccountLimits(Optional.empty(), SegmentBudget.unlimited());
    }
}
