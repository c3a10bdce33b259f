package io.polygator.gsm.at.session;

import io.polygator.gsm.transport.LinkClosed;
import io.polygator.gsm.transport.LinkClosed.Cause;
import java.util.List;
import java.util.Optional;

/** What ser2net, versions 2 to 4, writes into the connection before it closes it; looks like modem output and is none. */
final class Ser2netNotice {
    private static final List<String> PORT_TAKEN = List.of(
            "Port already in use",
            "Port's device already in use",
            "kicked off, new user is coming",
            "Access denied",
            "Accessed denied");
    private static final List<String> DEVICE_MISSING = List.of("Device open failure", "Port's device failed open");

    private Ser2netNotice() {}

    /** Why the connection is about to end, if the line says so. */
    static Optional<LinkClosed> read(String line) {
        String text = line.trim();
        if (begins(text, PORT_TAKEN)) {
            return Optional.of(new LinkClosed(Cause.BUSY, "ser2net says: " + text));
        }
        return begins(text, DEVICE_MISSING)
                ? Optional.of(new LinkClosed(Cause.UNREACHABLE, "ser2net says: " + text))
                : Optional.empty();
    }

    private static boolean begins(String text, List<String> notices) {
        return notices.stream().anyMatch(notice -> text.regionMatches(true, 0, notice, 0, notice.length()));
    }
}
