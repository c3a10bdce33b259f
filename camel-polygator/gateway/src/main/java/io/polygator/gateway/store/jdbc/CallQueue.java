package io.polygator.gateway.store.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Calls that wait for the database, a bounded number. Thread-safe. */
final class CallQueue {
    private static final long LOOK_UP_SECONDS = 1;

    private final Database database;
    private final int limit;
    private final BlockingQueue<Call<?>> waiting;
    private volatile boolean closed;

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
            boolean last = closed;
            Call<?> first = last ? waiting.poll() : waiting.poll(LOOK_UP_SECONDS, TimeUnit.SECONDS);
            if (first != null) {
                taken.add(first);
                waiting.drainTo(taken, most - 1);
            } else if (last) {
                break;
            }
        }
        return taken;
    }

    boolean isClosed() {
        return closed;
    }

    /** Takes no more; what waits is still done. */
    void close() {
        closed = true;
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
