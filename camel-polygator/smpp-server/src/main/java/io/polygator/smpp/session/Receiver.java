package io.polygator.smpp.session;

/** A session that takes deliveries, as its account sees it. The fields belong to the account and its lock. */
final class Receiver {
    private final OutboundWindow window;
    private final int size;

    /** deliver_sm assigned to the session and not yet acknowledged. */
    int busy;

    /** Whether the peer reads what it is sent. */
    boolean reading = true;

    Receiver(OutboundWindow window, int size) {
        this.window = window;
        this.size = size;
    }

    OutboundWindow window() {
        return window;
    }

    int free() {
        return reading ? Math.max(0, size - busy) : 0;
    }
}
