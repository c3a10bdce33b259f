package io.polygator.gsm.transport.memory;

import io.polygator.gsm.transport.Loop;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/**
 * A loop that runs only when the test says so, on the test's own thread, with a clock that jumps from timer to timer:
 * hours of modem life pass in milliseconds, and the same inputs give the same run. Not thread-safe.
 */
public final class ManualLoop implements Loop {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::due).thenComparingLong(Task::order));
    private Instant now = START;
    private long order;
    private boolean running;

    @Override
    public boolean inLoop() {
        return running;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(new Task(now, order++, task));
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        Task scheduled = new Task(delay.isNegative() ? now : now.plus(delay), order++, task);
        tasks.add(scheduled);
        return () -> tasks.remove(scheduled);
    }

    /** Runs everything that is due now, and what that in turn makes due now. */
    public void runPending() {
        advance(Duration.ZERO);
    }

    /** Lets the time pass, running each task when its moment comes. */
    public void advance(Duration time) {
        Instant until = now.plus(time);
        while (!tasks.isEmpty() && !tasks.peek().due.isAfter(until)) {
            runNext();
        }
        now = until;
    }

    /**
     * Lets the time pass until the condition holds.
     *
     * @throws AssertionError if it does not hold within the given time, or nothing is left that could make it hold
     */
    public void runUntil(BooleanSupplier condition, Duration atMost) {
        Instant until = now.plus(atMost);
        while (!condition.getAsBoolean()) {
            Task next = tasks.peek();
            if (next == null || next.due.isAfter(until)) {
                throw new AssertionError("the condition did not come to hold within " + atMost + " of the loop's time");
            }
            runNext();
        }
    }

    private void runNext() {
        Task task = tasks.remove();
        now = task.due.isAfter(now) ? task.due : now;
        boolean outer = running;
        running = true;
        try {
            task.action.run();
        } finally {
            running = outer;
        }
    }

    private record Task(Instant due, long order, Runnable action) {}
}
