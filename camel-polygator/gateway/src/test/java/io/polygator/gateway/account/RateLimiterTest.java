package io.polygator.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gateway.quota.SegmentBudget;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The rate of an account. */
class RateLimiterTest {
    private final SettableClock clock = new SettableClock();
    private final MemoryAccounts accounts = new MemoryAccounts(List.of());
    private final RateLimiter limiter = new RateLimiter(accounts, clock);

    @Example
    void aBurstPassesAtOnceAndThenTheRateHolds() {
        Account account = limited("4", 3);
        assertThat(limiter.take(account, 3)).isZero();
        assertThat(limiter.take(account, 1)).isEqualTo(Duration.ofMillis(250));
        clock.advance(Duration.ofMillis(249));
        assertThat(limiter.take(account, 1)).isEqualTo(Duration.ofMillis(1));
        clock.advance(Duration.ofMillis(1));
        assertThat(limiter.take(account, 1)).isZero();
        assertThat(limiter.take(account, 2)).isEqualTo(Duration.ofMillis(500));
    }

    @Example
    void aMessageLargerThanTheBurstPassesWhenTheBucketIsFullAndIsPaidForAfterwards() {
        Account account = limited("1", 2);
        assertThat(limiter.take(account, 1)).isZero();
        assertThat(limiter.take(account, 5)).isEqualTo(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        assertThat(limiter.take(account, 5)).isZero();
        assertThat(limiter.take(account, 1)).isEqualTo(Duration.ofSeconds(4));
    }

    @Example
    void withoutALimitNothingWaits() {
        Account account = SomeAccounts.named("acme");
        assertThat(limiter.take(account, 1_000_000)).isZero();
        assertThat(limiter.take(account, 1_000_000)).isZero();
    }

    @Example
    void accountsDoNotShareTheirBuckets() {
        assertThat(limiter.take(limited("1", 1), 1)).isZero();
        Account other = SomeAccounts.named("other").with(limited("1", 1).limits());
        assertThat(limiter.take(other, 1)).isZero();
    }

    @Example
    void anotherLimitBeginsWithAFullBucket() {
        assertThat(limiter.take(limited("0.001", 1), 1)).isZero();
        assertThat(limiter.take(limited("1", 2), 2)).isZero();
    }

    @Example
    void anAccountThatIsRemovedLeavesNoBucket() {
        Account account = limited("0.001", 1);
        accounts.replaceAll(List.of(account));
        assertThat(limiter.take(account, 1)).isZero();
        accounts.replaceAll(List.of());
        assertThat(limiter.take(account, 1)).isZero();
    }

    @Example
    void aClockSetBackMakesNobodyWaitForIt() {
        Account account = limited("1", 1);
        assertThat(limiter.take(account, 1)).isZero();
        clock.advance(Duration.ofDays(-1));
        assertThat(limiter.take(account, 1)).isEqualTo(Duration.ofSeconds(1));
    }

    @Example
    void aRateThatIsNoWholePartOfASecondIsNotExceeded() {
        assertThat(RateLimit.perSecond(new BigDecimal(3)).interval()).isEqualTo(Duration.ofNanos(333_333_334));
        assertThat(RateLimit.perSecond(new BigDecimal("0.2")).burst()).isEqualTo(1);
        assertThat(RateLimit.perSecond(new BigDecimal("2.5")).burst()).isEqualTo(3);
    }

    /** In no stretch of time more than the burst and what the time is worth; and who waits as told always passes. */
    @Property
    void neverMoreThanAgreedAndNeverLonger(
            @ForAll @IntRange(min = 1, max = 50) int burst,
            @ForAll @IntRange(min = 1, max = 5_000) int intervalMillis,
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 20_000) Integer> pausesMillis,
            @ForAll @IntRange(min = 1, max = 60) int largest) {
        SettableClock turned = new SettableClock();
        RateLimiter tested = new RateLimiter(accounts, turned);
        Duration interval = Duration.ofMillis(intervalMillis);
        Account account = limited(new RateLimit(interval, burst));
        List<Taken> taken = new ArrayList<>();
        for (int i = 0; i < pausesMillis.size(); i++) {
            turned.advance(Duration.ofMillis(pausesMillis.get(i)));
            int segments = 1 + i * 7 % largest;
            Duration wait = tested.take(account, segments);
            if (!wait.isZero()) {
                turned.advance(wait.minusNanos(1));
                assertThat(tested.take(account, segments)).isEqualTo(Duration.ofNanos(1));
                turned.advance(Duration.ofNanos(1));
                assertThat(tested.take(account, segments)).isZero();
            }
            taken.add(new Taken(turned.instant(), segments));
        }
        for (int from = 0; from < taken.size(); from++) {
            long before = 0;
            for (int to = from; to < taken.size(); to++) {
                long elapsed = Duration.between(
                                taken.get(from).at(), taken.get(to).at())
                        .dividedBy(interval);
                // a message counts when it passes up to the burst only: what is beyond is paid for afterwards
                long counted = before + Math.min(taken.get(to).segments(), burst);
                assertThat(counted).isLessThanOrEqualTo(burst + elapsed);
                before += taken.get(to).segments();
            }
        }
    }

    private static Account limited(String rate, int burst) {
        return limited(RateLimit.perSecond(new BigDecimal(rate), burst));
    }

    private static Account limited(RateLimit limit) {
        return SomeAccounts.named("acme").with(new AccountLimits(Optional.of(limit), SegmentBudget.unlimited()));
    }

    private record Taken(Instant at, int segments) {}
}
