package io.polygator.http.client;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/** The calls of one caller to one target: so many run at a time, the others wait for their turn. The client's loop only. */
final class Lane {
    private final int width;
    private final Deque<CompletableFuture<Void>> waiting = new ArrayDeque<>();
    private int running;

    Lane(int width) {
        this.width = width;
    }

    /** Whether a call may run now; it occupies its place then. */
    boolean enter() {
        if (running == width) {
            return false;
        }
        running++;
        return true;
    }

    /** The call's turn completes when it may run; it occupies its place then. */
    void await(CompletableFuture<Void> turn) {
        waiting.add(turn);
    }

    void giveUp(CompletableFuture<Void> turn) {
        waiting.remove(turn);
    }

    /** A call is over; the place goes to who has waited longest. */
    void leave() {
        CompletableFuture<Void> next = waiting.poll();
        if (next == null) {
            running--;
        } else {
            next.complete(null);
        }
    }

    boolean isEmpty() {
        return running == 0 && waiting.isEmpty();
    }
}
