package io.polygator.gateway.store;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Bookings of {@link MemoryMessageStore}, of each SIM the newest. */
final class MemoryBudget {
    private final int maximumPerSim;
    private final Map<String, Deque<BudgetBooking>> bookings = new HashMap<>();

    MemoryBudget(int maximumPerSim) {
        this.maximumPerSim = maximumPerSim;
    }

    void book(List<BudgetBooking> booked) {
        for (BudgetBooking booking : booked) {
            Deque<BudgetBooking> ofSim = bookings.computeIfAbsent(booking.imsi(), imsi -> new ArrayDeque<>());
            if (booking.segments() < 0) {
                ofSim.remove(booking.givenBack());
            } else {
                ofSim.addLast(booking);
            }
            if (ofSim.size() > maximumPerSim) {
                ofSim.removeFirst();
            }
        }
    }

    SimUsage usage(String imsi, Instant since) {
        List<BudgetBooking> counted = bookings.getOrDefault(imsi, new ArrayDeque<>()).stream()
                .filter(booking -> !booking.at().isBefore(since))
                .toList();
        Set<String> recipients = counted.stream().map(BudgetBooking::recipient).collect(Collectors.toSet());
        return new SimUsage(counted.size(), recipients);
    }

    void forget(Instant before) {
        bookings.values()
                .forEach(ofSim -> ofSim.removeIf(booking -> booking.at().isBefore(before)));
        bookings.values().removeIf(Deque::isEmpty);
    }
}
