package io.polygator.gsm.sms.concat;

import io.polygator.gsm.octets.Octets;
import java.util.ArrayList;
import java.util.List;

/** Fills one run of units after the other with pieces that must not be torn. */
final class RunBuilder {
    private final int capacity;
    private final List<Octets> full = new ArrayList<>();
    private Octets current = Octets.empty();

    RunBuilder(int capacity) {
        this.capacity = capacity;
    }

    void add(Octets piece) {
        if (current.length() + piece.length() > capacity) {
            full.add(current);
            current = Octets.empty();
        }
        current = current.concat(piece);
    }

    List<Octets> finish() {
        full.add(current);
        return List.copyOf(full);
    }
}
