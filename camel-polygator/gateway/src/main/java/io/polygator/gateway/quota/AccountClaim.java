package io.polygator.gateway.quota;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Segments that an account wants to submit on a day of its calendar.
 *
 * @param segments at least 1
 */
public record AccountClaim(String account, SegmentBudget budget, long segments, Instant at, ZoneId zone) {

    /** The day that it is booked under. */
    public LocalDate day() {
        return at.atZone(zone).toLocalDate();
    }

    /** Why the claim must be refused after such use; empty when there is room. */
    public Optional<BudgetExhaustedException> refusal(AccountUsage used) {
        return refusal(BudgetPeriod.MONTH, used.thisMonth(), budget.monthly())
                .or(() -> refusal(BudgetPeriod.DAY, used.today(), budget.daily()));
    }

    private Optional<BudgetExhaustedException> refusal(BudgetPeriod period, long used, OptionalLong limit) {
        return limit.isPresent() && used + segments > limit.getAsLong()
                ? Optional.of(new BudgetExhaustedException(
                        account, period, used, limit.getAsLong(), at, period.endOf(at, zone)))
                : Optional.empty();
    }
}
