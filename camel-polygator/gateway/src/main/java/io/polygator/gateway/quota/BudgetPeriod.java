package io.polygator.gateway.quota;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;
import java.util.function.Function;

/** The periods of the calendar that a budget may limit, the shortest first. */
public enum BudgetPeriod {
    MINUTE("a minute", SimBudget::perMinute),
    HOUR("an hour", SimBudget::perHour),
    DAY("a day", SimBudget::perDay),
    MONTH("a month", SimBudget::perMonth);

    private final String words;
    private final Function<SimBudget, OptionalInt> limit;

    BudgetPeriod(String words, Function<SimBudget, OptionalInt> limit) {
        this.words = words;
        this.limit = limit;
    }

    /** How many segments the budget allows in it. */
    OptionalInt limitOf(SimBudget budget) {
        return limit.apply(budget);
    }

    /** {@code an hour}. */
    String words() {
        return words;
    }

    /** When the period began that the moment lies in. */
    public Instant startOf(Instant at, ZoneId zone) {
        ZonedDateTime time = at.atZone(zone);
        return switch (this) {
            case MINUTE -> time.truncatedTo(ChronoUnit.MINUTES).toInstant();
            case HOUR -> time.truncatedTo(ChronoUnit.HOURS).toInstant();
            case DAY -> time.toLocalDate().atStartOfDay(zone).toInstant();
            case MONTH -> firstOfMonth(time).atStartOfDay(zone).toInstant();
        };
    }

    /** When the next one begins: always later than the moment, however clocks are changed. */
    public Instant endOf(Instant at, ZoneId zone) {
        ZonedDateTime time = at.atZone(zone);
        return switch (this) {
            case MINUTE -> startOf(at, zone).plus(1, ChronoUnit.MINUTES);
            case HOUR -> startOf(at, zone).plus(1, ChronoUnit.HOURS);
            case DAY -> time.toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
            case MONTH -> firstOfMonth(time).plusMonths(1).atStartOfDay(zone).toInstant();
        };
    }

    private static LocalDate firstOfMonth(ZonedDateTime time) {
        return time.toLocalDate().withDayOfMonth(1);
    }
}
