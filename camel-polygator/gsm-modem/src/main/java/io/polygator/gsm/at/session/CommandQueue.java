package io.polygator.gsm.at.session;

import io.polygator.gsm.at.session.AtExchange.Urgency;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** Commands that wait for their turn: by urgency, then in the order of their coming. Bounded. */
final class CommandQueue {
    private final Map<Urgency, Queue<RunningExchange>> waiting = new EnumMap<>(Urgency.class);
    private final int capacity;
    private int size;

    CommandQueue(int capacity) {
        this.capacity = capacity;
    }

    /** Whether there was room. */
    boolean offer(RunningExchange exchange) {
        if (size == capacity) {
            return false;
        }
        size++;
        return waiting.computeIfAbsent(exchange.exchange().urgency(), urgency -> new ArrayDeque<>())
                .add(exchange);
    }

    /** Removes the most urgent one. */
    Optional<RunningExchange> poll() {
        for (Queue<RunningExchange> queue : waiting.values()) {
            RunningExchange first = queue.poll();
            if (first != null) {
                size--;
                return Optional.of(first);
            }
        }
        return Optional.empty();
    }

    boolean isEmpty() {
        return size == 0;
    }
}
