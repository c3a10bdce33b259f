package io.polygator.gateway.quota;

import java.util.OptionalInt;

/**
 * How much a SIM may send. Each limit is a number of at least 1, or empty for no limit. Minutes, hours, days and months
 * are those of the calendar, so that they begin when the tariff's do. A segment counts when it is handed to a modem,
 * and is given back only when it certainly has not left: one in doubt counts.
 *
 * @param perMinute segments in a minute
 * @param perHour segments in an hour
 * @param perDay segments in a day
 * @param perMonth segments in a month
 * @param recipientsPerMonth different numbers written to in a month
 */
public record SimBudget(
        OptionalInt perMinute,
        OptionalInt perHour,
        OptionalInt perDay,
        OptionalInt perMonth,
        OptionalInt recipientsPerMonth) {

    public SimBudget {
        require("perMinute", perMinute);
        require("perHour", perHour);
        require("perDay", perDay);
        require("perMonth", perMonth);
        require("recipientsPerMonth", recipientsPerMonth);
    }

    /** No limit at all. */
    public static SimBudget unlimited() {
        OptionalInt none = OptionalInt.empty();
        return new SimBudget(none, none, none, none, none);
    }

    /** Whether there is any limit. */
    public boolean limits() {
        return !equals(unlimited());
    }

    private static void require(String name, OptionalInt limit) {
        if (limit.isPresent() && limit.getAsInt() < 1) {
            throw new IllegalArgumentException(
                    name + " must be at least 1, was " + limit.getAsInt() + "; leave it out for no limit");
        }
    }
}
