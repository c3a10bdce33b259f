package io.polygator.gsm.at.session;

import io.polygator.gsm.transport.LinkClosed;
import io.polygator.gsm.transport.LinkClosed.Cause;
import java.util.List;
import java.util.Optional;

/** What ser2net writes into the connection before it closes it; looks like modem output and is none. */
final class Ser2netNotice {
    private static final List<String> BUSY = List.of(
            "Port already in use", "Port's device already in use", "kicked off, new user is coming", "Access denied");

    private Ser2netNotice() {}

    /** Why the connection is about to end, if the line says so. */
    static Optional<LinkClosed> read(String line) {
        String text = line.trim();
        return BUSY.stream()
                .filter(text::equalsIgnoreCase)
                .findFirst()
                .map(notice -> new LinkClosed(Cause.BUSY, "ser2net says: " + notice));
    }
}
