package io.polygator.gsm.at.session;

import io.polygator.gsm.at.AtLine;
import java.util.function.Predicate;

/**
 * Takes the echo of what was written out of what comes back. A module echoes until ATE0 and again after each restart,
 * it may say something in the middle of the echo, and some print a URC right before it without a line end.
 */
final class EchoFilter {
    private String awaited = "";

    /** The text was written; its echo may follow. */
    void expect(String written) {
        awaited = written;
    }

    /** What is left of the line: nothing when all of it is echo. */
    String strip(String line, boolean pduDue) {
        if (awaited.isEmpty()) {
            return line;
        }
        if (line.equals(awaited)) {
            awaited = "";
            return "";
        }
        // A PDU that is due may share its first digits with the payload whose echo is awaited.
        if (!pduDue && awaited.startsWith(line)) {
            awaited = awaited.substring(line.length());
            return "";
        }
        return stripGlued(line, EchoFilter::standsAlone);
    }

    /** The line without an echo at its end, if what stands before that is whole. */
    String stripGlued(String line, Predicate<String> isWhole) {
        if (awaited.isEmpty() || !line.endsWith(awaited)) {
            return line;
        }
        String before = line.substring(0, line.length() - awaited.length()).trim();
        if (!isWhole.test(before)) {
            return line;
        }
        awaited = "";
        return before;
    }

    /** Whether the text is a line in its own right, and not one that merely ends like the echo. */
    private static boolean standsAlone(String text) {
        AtLine line = AtLine.of(text);
        if (line instanceof AtLine.Text bare) {
            return UrcCatalogue.isUnsolicited(bare) || bare.isHexadecimal();
        }
        return text.chars().filter(c -> c == '"').count() % 2 == 0;
    }
}
