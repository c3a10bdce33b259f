package io.polygator.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Budgets by the calendar. */
class SimMeterTest {
    private static final OptionalInt NONE = OptionalInt.empty();
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:30Z");

    @Test
    void aMinuteIsTheCalendars() {
        SimMeter meter = new SimMeter(new SimBudget(OptionalInt.of(2), NONE, NONE, NONE, NONE), ZoneOffset.UTC);
        meter.spend("1", NOON);
        assertThat(meter.stop(NOON)).isEmpty();
        meter.spend("1", NOON);
        assertThat(meter.stop(NOON))
                .contains(new BudgetStop("2 segments in a minute", Instant.parse("2026-03-10T12:01:00Z")));
        assertThat(meter.stop(NOON.plusSeconds(30))).isEmpty();
    }

    @Test
    void ofSeveralLimitsTheLongestIsNamed() {
        SimBudget budget = new SimBudget(OptionalInt.of(1), NONE, OptionalInt.of(1), NONE, NONE);
        SimMeter meter = new SimMeter(budget, ZoneId.of("Europe/Moscow"));
        meter.spend("1", NOON);
        assertThat(meter.stop(NOON))
                .contains(new BudgetStop("1 segments in a day", Instant.parse("2026-03-10T21:00:00Z")));
    }

    @Test
    void whatWasUsedBeforeCountsAndWhatIsGivenBackDoesNot() {
        SimMeter meter = new SimMeter(new SimBudget(NONE, OptionalInt.of(3), NONE, NONE, NONE), ZoneOffset.UTC);
        assertThat(meter.periods()).containsExactly(BudgetPeriod.HOUR);
        assertThat(meter.since(BudgetPeriod.HOUR, NOON)).isEqualTo("2026-03-10T12:00:00Z");
        meter.load(BudgetPeriod.HOUR, 2, Set.of("1"), NOON);
        meter.spend("2", NOON);
        assertThat(meter.stop(NOON)).isPresent();
        meter.giveBack(NOON);
        assertThat(meter.stop(NOON)).isEmpty();
    }

    @Test
    void whatIsGivenBackAfterItsPeriodChangesNothing() {
        SimMeter meter = new SimMeter(new SimBudget(OptionalInt.of(1), NONE, NONE, NONE, NONE), ZoneOffset.UTC);
        meter.spend("1", NOON);
        Instant later = NOON.plusSeconds(60);
        meter.spend("1", later);
        meter.giveBack(NOON);
        assertThat(meter.stop(later)).isPresent();
    }

    @Test
    void onceItHasWrittenToAllItsNumbersItWritesToThoseOnlyUntilTheMonthEnds() {
        SimMeter meter = new SimMeter(new SimBudget(NONE, NONE, NONE, NONE, OptionalInt.of(2)), ZoneOffset.UTC);
        meter.load(BudgetPeriod.MONTH, 7, Set.of("1"), NOON);
        assertThat(meter.onlyTo(NOON)).isEmpty();
        meter.spend("2", NOON);
        assertThat(meter.onlyTo(NOON)).contains(Set.of("1", "2"));
        assertThat(meter.stop(NOON)).isEmpty();
        assertThat(meter.recipientsStop(NOON))
                .contains(new BudgetStop("2 numbers in a month", Instant.parse("2026-04-01T00:00:00Z")));
        assertThat(meter.onlyTo(Instant.parse("2026-04-01T00:00:00Z"))).isEmpty();
    }

    /** Clocks are put forward on 29 March 2026 and back on 25 October in Berlin; by half an hour on Lord Howe. */
    @Property
    void everyMomentLiesInItsPeriod(
            @ForAll @LongRange(min = 0, max = 366L * 24 * 60) long minutes, @ForAll @IntRange(max = 2) int place) {
        ZoneId zone = ZoneId.of(new String[] {"Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu"}[place]);
        Instant at = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofMinutes(minutes));
        for (BudgetPeriod period : BudgetPeriod.values()) {
            assertThat(period.startOf(at, zone)).isBeforeOrEqualTo(at);
            assertThat(period.endOf(at, zone)).isAfter(at);
        }
    }
}
