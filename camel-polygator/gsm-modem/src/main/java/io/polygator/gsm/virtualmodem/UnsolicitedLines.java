package io.polygator.gsm.virtualmodem;

import java.util.ArrayDeque;
import java.util.Deque;

/** Lines that nobody asked for and that wait for the end of a command; when too many wait, the oldest are lost. */
final class UnsolicitedLines {
    private static final int MOST = 100;

    private final AtOutput output;
    private final Deque<String> waiting = new ArrayDeque<>();

    UnsolicitedLines(AtOutput output) {
        this.output = output;
    }

    void keep(String text) {
        if (waiting.size() == MOST) {
            waiting.removeFirst();
        }
        waiting.addLast(text);
    }

    void say() {
        while (!waiting.isEmpty()) {
            output.unsolicited(waiting.removeFirst());
        }
    }

    /** How many octets wait. */
    int octets() {
        return waiting.stream().mapToInt(String::length).sum();
    }

    void forget() {
        waiting.clear();
    }
}
