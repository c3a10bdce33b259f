package io.polygator.gateway.quota;

import java.time.Duration;
import java.time.Instant;

/** A message that its account's budget has no room for. Nothing was stored and nothing booked. */
public final class BudgetExhaustedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String account;
    private final BudgetPeriod period;
    private final long used;
    private final long limit;
    private final Instant at;
    private final Instant beginsAnew;

    /**
     * A refusal.
     *
     * @param at when it was refused
     * @param beginsAnew when the next period begins
     */
    public BudgetExhaustedException(
            String account, BudgetPeriod period, long used, long limit, Instant at, Instant beginsAnew) {
        super(
                "account " + account + " has submitted " + used + " of the " + limit + " segments it may in "
                        + period.words() + ", and this message does not fit any more; the next period begins at "
                        + beginsAnew,
                null,
                false,
                false);
        this.account = account;
        this.period = period;
        this.used = used;
        this.limit = limit;
        this.at = at;
        this.beginsAnew = beginsAnew;
    }

    public String account() {
        return account;
    }

    /** The period whose limit is reached: {@link BudgetPeriod#DAY} or {@link BudgetPeriod#MONTH}. */
    public BudgetPeriod period() {
        return period;
    }

    /** Segments submitted in the period that runs. */
    public long used() {
        return used;
    }

    /** Segments allowed in it. */
    public long limit() {
        return limit;
    }

    /** How long after the refusal the next period begins. */
    public Duration retryAfter() {
        return Duration.between(at, beginsAnew);
    }

    /** When the next period begins. */
    public Instant beginsAnew() {
        return beginsAnew;
    }
}
