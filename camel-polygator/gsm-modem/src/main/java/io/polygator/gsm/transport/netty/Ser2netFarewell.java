package io.polygator.gsm.transport.netty;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.polygator.gsm.transport.LinkClosed;
import io.polygator.gsm.transport.LinkClosed.Cause;
import java.util.List;

/**
 * Remembers the last words of a peer, because ser2net says why it closes a link in the stream itself: it accepts a
 * second client, writes a sentence and closes. Not thread-safe.
 */
final class Ser2netFarewell {
    private static final int REMEMBERED = 128;
    private static final List<String> BUSY = List.of(
            "Port already in use",
            "Port's device already in use",
            "kicked off, new user is coming",
            "You have been disconnected");
    private static final String DENIED = "Access denied";
    private static final String NO_DEVICE = "Device open failure";

    private String tail = "";

    void hear(byte[] bytes) {
        int from = Math.max(0, bytes.length - REMEMBERED);
        String heard = tail + new String(bytes, from, bytes.length - from, US_ASCII);
        tail = heard.substring(Math.max(0, heard.length() - REMEMBERED));
    }

    /** What the peer's close means, given its last words. */
    LinkClosed explain() {
        String lastWords = tail.strip();
        for (String busy : BUSY) {
            if (lastWords.endsWith(busy)) {
                return new LinkClosed(Cause.BUSY, "another client holds the port (\"" + busy + "\")");
            }
        }
        if (lastWords.endsWith(DENIED)) {
            return new LinkClosed(Cause.UNREACHABLE, "the gateway's access list refuses us (\"" + DENIED + "\")");
        }
        if (lastLine(lastWords).startsWith(NO_DEVICE)) {
            return new LinkClosed(Cause.UNREACHABLE, "the gateway cannot open the modem (\"" + NO_DEVICE + "\")");
        }
        return new LinkClosed(Cause.PEER, "closed by the other end");
    }

    private static String lastLine(String text) {
        return text.substring(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);
    }
}
