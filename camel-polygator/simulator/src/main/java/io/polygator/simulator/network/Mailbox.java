package io.polygator.simulator.network;

import io.polygator.gsm.transport.Loop;
import io.polygator.gsm.virtualmodem.DeliveryResult;
import io.polygator.gsm.virtualmodem.IncomingTpdu;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What waits at the service centre for one SIM: delivered one at a time, in order, and again when it is not taken. */
final class Mailbox {
    private static final int LIMIT = 10_000;
    private static final Duration RETRY = Duration.ofSeconds(30);

    private final Loop loop;
    private Subscriber subscriber;
    private boolean attached = true;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private boolean delivering;
    private Loop.@Nullable Timer retry;

    Mailbox(Loop loop, Subscriber subscriber) {
        this.loop = loop;
        this.subscriber = subscriber;
    }

    private record Waiting(IncomingTpdu incoming, Runnable taken) {}

    Subscriber subscriber() {
        return subscriber;
    }

    /** The SIM is in this module now; what waits for it follows. */
    void attach(Subscriber newSubscriber) {
        subscriber = newSubscriber;
        attached = true;
    }

    /** The SIM is in no module. */
    void detach() {
        attached = false;
    }

    boolean isFull() {
        return waiting.size() >= LIMIT;
    }

    void add(IncomingTpdu incoming, Runnable taken) {
        waiting.addLast(new Waiting(incoming, taken));
        deliver();
    }

    /** Something changed at the subscriber: it is back, or has room again. */
    void deliver() {
        Waiting next = waiting.peekFirst();
        if (next == null || delivering || !attached || !subscriber.isReachable()) {
            return;
        }
        cancelRetry();
        delivering = true;
        subscriber.deliver(next.incoming, result -> loop.execute(() -> settle(next, result)));
    }

    private void settle(Waiting delivered, DeliveryResult result) {
        delivering = false;
        if (result.isFinal()) {
            waiting.removeFirst();
            delivered.taken.run();
            deliver();
        } else {
            cancelRetry();
            retry = loop.schedule(RETRY, this::deliver);
        }
    }

    private void cancelRetry() {
        if (retry != null) {
            retry.cancel();
            retry = null;
        }
    }
}
