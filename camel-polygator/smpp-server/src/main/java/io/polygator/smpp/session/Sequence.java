package io.polygator.smpp.session;

/** Our sequence_numbers: 1 to 0x7FFFFFFF and round again (SMPP 3.4 §3.2). Loop only. */
final class Sequence {
    private int last;

    /** Continues after the given number, 0 for a new session. */
    Sequence(int last) {
        this.last = last;
    }

    int next() {
        last = last == Integer.MAX_VALUE ? 1 : last + 1;
        return last;
    }
}
