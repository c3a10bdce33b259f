package io.polygator.gateway.quota;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one SIM has used of its budget in the periods that run. It is told what was used before, then of each segment,
 * and of the time; it asks nobody. Not thread-safe.
 */
public final class SimMeter {
    private final SimBudget budget;
    private final ZoneId zone;
    private final List<BudgetPeriod> periods;
    private final Map<BudgetPeriod, Used> used = new EnumMap<>(BudgetPeriod.class);

    /** A meter that stands at nothing. */
    public SimMeter(SimBudget budget, ZoneId zone) {
        this.budget = budget;
        this.zone = zone;
        periods = Stream.of(BudgetPeriod.values())
                .filter(period -> counts(period, budget))
                .toList();
    }

    /** A meter that never stops a SIM. */
    public static SimMeter unlimited() {
        return new SimMeter(SimBudget.unlimited(), ZoneOffset.UTC);
    }

    /** The periods of which it must be told what was used before. */
    public List<BudgetPeriod> periods() {
        return periods;
    }

    /** When the period began, and so since when the use counts. */
    public Instant since(BudgetPeriod period, Instant now) {
        return period.startOf(now, zone);
    }

    /**
     * Tells what was used in the period that runs.
     *
     * @param recipients the different numbers written to in it, in whatever form
     */
    public void load(BudgetPeriod period, long segments, Set<String> recipients, Instant now) {
        used.put(period, new Used(period.startOf(now, zone), period.endOf(now, zone), segments, recipients));
    }

    /** A segment is handed to the modem. */
    public void spend(String recipient, Instant at) {
        for (BudgetPeriod period : periods) {
            Used running = running(period, at);
            running.segments++;
            running.recipients.add(recipient);
        }
    }

    /**
     * A segment that was handed over at the given moment certainly has not left. Its recipient goes on counting, since
     * another segment may have gone there.
     */
    public void giveBack(Instant handedOverAt) {
        used.values().stream()
                .filter(running -> running.segments > 0 && !handedOverAt.isBefore(running.start))
                .forEach(running -> running.segments--);
    }

    /** The limit that keeps the SIM from sending; of several the one that lasts longest. */
    public Optional<BudgetStop> stop(Instant now) {
        return periods.stream()
                .filter(period -> isUsedUp(period, now))
                .map(period -> new BudgetStop(
                        period.limitOf(budget).orElse(0) + " segments in " + period.words(), running(period, now).end))
                .max(Comparator.comparing(BudgetStop::until));
    }

    /** The numbers it may still write to, in the form they were told; empty when it may write to any. */
    public Optional<Set<String>> onlyTo(Instant now) {
        return recipientsStop(now).map(reached -> Set.copyOf(running(BudgetPeriod.MONTH, now).recipients));
    }

    /** The limit of recipients, once it is reached. */
    public Optional<BudgetStop> recipientsStop(Instant now) {
        if (budget.recipientsPerMonth().isEmpty()) {
            return Optional.empty();
        }
        Used month = running(BudgetPeriod.MONTH, now);
        int limit = budget.recipientsPerMonth().getAsInt();
        return month.recipients.size() < limit
                ? Optional.empty()
                : Optional.of(new BudgetStop(limit + " numbers in a month", month.end));
    }

    private static boolean counts(BudgetPeriod period, SimBudget budget) {
        boolean forRecipients =
                period == BudgetPeriod.MONTH && budget.recipientsPerMonth().isPresent();
        return forRecipients || period.limitOf(budget).isPresent();
    }

    private boolean isUsedUp(BudgetPeriod period, Instant now) {
        return period.limitOf(budget).isPresent()
                && running(period, now).segments >= period.limitOf(budget).getAsInt();
    }

    /** The use in the period that the moment lies in; a new period begins at nothing. */
    private Used running(BudgetPeriod period, Instant at) {
        Used known = used.get(period);
        if (known == null || !at.isBefore(known.end)) {
            known = new Used(period.startOf(at, zone), period.endOf(at, zone), 0, Set.of());
            used.put(period, known);
        }
        return known;
    }

    private static final class Used {
        private final Instant start;
        private final Instant end;
        private final Set<String> recipients;
        private long segments;

        Used(Instant start, Instant end, long segments, Set<String> recipients) {
            this.start = start;
            this.end = end;
            this.segments = segments;
            this.recipients = new HashSet<>(recipients);
        }
    }
}
