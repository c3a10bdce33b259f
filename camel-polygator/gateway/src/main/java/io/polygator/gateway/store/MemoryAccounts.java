package io.polygator.gateway.store;

import io.polygator.gateway.quota.AccountClaim;
import io.polygator.gateway.quota.AccountUsage;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What accounts have submitted to {@link MemoryMessageStore}, by day. */
final class MemoryAccounts {
    private final Map<String, TreeMap<LocalDate, Long>> days = new HashMap<>();

    void book(AccountClaim claim) {
        days.computeIfAbsent(claim.account(), account -> new TreeMap<>())
                .merge(claim.day(), claim.segments(), Long::sum);
    }

    AccountUsage usage(String account, LocalDate day) {
        TreeMap<LocalDate, Long> used = days.getOrDefault(account, new TreeMap<>());
        YearMonth month = YearMonth.from(day);
        long inMonth = used.subMap(month.atDay(1), true, month.atEndOfMonth(), true).values().stream()
                .mapToLong(segments -> segments)
                .sum();
        return new AccountUsage(used.getOrDefault(day, 0L), inMonth);
    }

    void forget(LocalDate before) {
        days.values().forEach(used -> used.headMap(before).clear());
        days.values().removeIf(TreeMap::isEmpty);
    }
}
