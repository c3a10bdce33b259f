package io.polygator.gateway.store.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;

/** Calls that wait for the database, a bounded number. Thread-safe. */
final class CallQueue {
    private final Database database;
    private final int limit;
    private final BlockingQueue<Call<?>> waiting;
    /** Wakes a taker that waits; it does nothing else. */
    private final Call<Boolean> lookUp = new Call<>(session -> true);

    private volatile boolean closed;

    /** @param limit how many calls may wait */
    CallQueue(Database database, int limit) {
        this.database = database;
        this.limit = limit;
        waiting = new ArrayBlockingQueue<>(limit);
    }

    <T> CompletionStage<T> submit(Call.Body<T> body) {
        Call<T> call = new Call<>(body);
        if (closed) {
            call.fail(closedError());
        } else if (!waiting.offer(call)) {
            call.fail(database.crowded(limit));
        } else if (closed && waiting.remove(call)) {
            call.fail(closedError());
        }
        return call.stage();
    }

    /** Waits for calls and takes up to so many; empty once the queue is closed and all were taken. */
    List<Call<?>> take(int most) throws InterruptedException {
        List<Call<?>> taken = new ArrayList<>();
        while (taken.isEmpty()) {
            Call<?> first = closed ? waiting.poll() : waiting.take();
            if (first == null) {
                waiting.offer(lookUp); // for the next that waits
                break;
            }
            taken.add(first);
            waiting.drainTo(taken, most - 1);
            taken.removeIf(call -> call == lookUp);
        }
        return taken;
    }

    /** Takes no more; what waits is still done. */
    void close() {
        closed = true;
        waiting.offer(lookUp); // nobody is idle when there is no room
    }

    /** Fails what nobody will do any more. */
    void abandon() {
        for (Call<?> call = waiting.poll(); call != null; call = waiting.poll()) {
            call.fail(closedError());
        }
    }

    private static IllegalStateException closedError() {
        return new IllegalStateException("the store is closed");
    }
}
