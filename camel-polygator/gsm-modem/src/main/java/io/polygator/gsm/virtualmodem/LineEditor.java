package io.polygator.gsm.virtualmodem;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Optional;

/** Collects what is typed into command lines and messages, and the echo of it (ITU-T V.250 §5.2, 3GPP TS 27.005 §4.3). */
final class LineEditor {
    private static final int LONGEST_LINE = 1024;
    private static final int LONGEST_TEXT = 2048;
    private static final int BACKSPACE = 0x08;
    private static final int CARRIAGE_RETURN = 0x0D;
    private static final int CTRL_Z = 0x1A;
    private static final int ESCAPE = 0x1B;
    private static final int DELETE = 0x7F;

    private final StringBuilder typed = new StringBuilder();
    private final ByteArrayOutputStream echo = new ByteArrayOutputStream();
    private boolean tooLong;
    private boolean takingText;
    private String lastBody = "";

    /** What one typed byte led to. */
    sealed interface Outcome {}

    /** Nothing yet. */
    record Incomplete() implements Outcome {}

    /** A whole line; it has a body only if it begins with AT. */
    record Line(Optional<String> commandBody, boolean isTooLong) implements Outcome {}

    /** A whole message, or the wish to type none. */
    record Text(String content, boolean isAborted) implements Outcome {}

    /** A line of a message that goes on; in text mode the client is invited to type the next one. */
    record NextTextLine() implements Outcome {}

    private static final Outcome NEXT_TEXT_LINE = new NextTextLine();
    private static final Outcome INCOMPLETE = new Incomplete();

    Outcome type(byte octet, boolean echoing) {
        int c = octet & 0xFF;
        if (echoing && c != CTRL_Z && c != ESCAPE && c != 0) {
            echo.write(c);
        }
        return takingText ? typeText(c) : typeLine(c);
    }

    void beginText() {
        typed.setLength(0);
        tooLong = false;
        takingText = true;
    }

    void clear() {
        typed.setLength(0);
        tooLong = false;
        takingText = false;
    }

    byte[] takeEcho() {
        byte[] bytes = echo.toByteArray();
        echo.reset();
        return bytes;
    }

    /** How many octets of what was typed it holds; never more than two long texts, and the echo until it is taken. */
    int held() {
        return typed.length() + lastBody.length() + echo.size();
    }

    private Outcome typeText(int c) {
        if (c == CTRL_Z || c == ESCAPE) {
            // A text that was cut to the limit is of the wrong length and refused as such.
            Text text = new Text(typed.toString(), c == ESCAPE);
            clear();
            return text;
        }
        if (c == BACKSPACE || c == DELETE) {
            eraseLast();
        } else {
            append(c, LONGEST_TEXT);
        }
        return c == CARRIAGE_RETURN ? NEXT_TEXT_LINE : INCOMPLETE;
    }

    private Outcome typeLine(int c) {
        if (c == CARRIAGE_RETURN) {
            return endLine();
        }
        if (c == BACKSPACE || c == DELETE) {
            eraseLast();
        } else if (c == ESCAPE) {
            clear();
        } else if (c >= ' ') {
            append(c, LONGEST_LINE);
        }
        return isRepeat() ? repeat() : INCOMPLETE;
    }

    private Outcome endLine() {
        String line = typed.toString();
        boolean overlong = tooLong;
        clear();
        Optional<String> body = commandBodyOf(line);
        if (!overlong) {
            body.ifPresent(text -> lastBody = text);
        }
        return new Line(body, overlong);
    }

    /** A/ repeats the last command line at once, without waiting for CR (ITU-T V.250 §5.2.4). */
    private boolean isRepeat() {
        return typed.length() == 2 && (typed.charAt(0) == 'A' || typed.charAt(0) == 'a') && typed.charAt(1) == '/';
    }

    private Outcome repeat() {
        clear();
        return new Line(Optional.of(lastBody), false);
    }

    private static Optional<String> commandBodyOf(String line) {
        String stripped = line.strip();
        return stripped.toUpperCase(Locale.ROOT).startsWith("AT")
                ? Optional.of(stripped.substring(2))
                : Optional.empty();
    }

    private void append(int c, int limit) {
        if (typed.length() < limit) {
            typed.append((char) c);
        } else {
            tooLong = true;
        }
    }

    private void eraseLast() {
        if (typed.length() > 0) {
            typed.setLength(typed.length() - 1);
        }
    }
}
