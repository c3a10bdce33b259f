package io.polygator.gsm.at.session;

/**
 * Cuts the modem's bytes into lines, wherever the network cut them before: CR, LF or any mix of them ends a line, blank
 * lines and NUL octets are dropped, octets above 127 are Latin-1. The prompt has no line end, so it is looked for only
 * while one is due and only at the beginning of a line; a {@code >} anywhere else is text.
 */
final class LineFramer {

    /** Hears what the bytes contain, in their order. */
    interface Sink {
        /** A line that is not blank, as it came. */
        void onLine(String line);

        /** The prompt that was due. */
        void onPrompt();

        /** A line longer than the limit ended; nothing of it is kept. */
        void onOverlongLine(int maxLength);
    }

    private final int maxLength;
    private final Sink sink;
    private final StringBuilder unfinished = new StringBuilder();
    private boolean overlong;
    private boolean promptDue;

    LineFramer(int maxLength, Sink sink) {
        this.maxLength = maxLength;
        this.sink = sink;
    }

    void accept(byte[] bytes) {
        for (byte octet : bytes) {
            accept((char) (octet & 0xFF));
        }
    }

    /** From now on a {@code >} at the beginning of a line is the prompt; so is one that the unfinished line has. */
    void lookForPrompt() {
        promptDue = true;
        if (isPromptUnfinished()) {
            unfinished.setLength(0);
            prompt();
        }
    }

    /** From now on a {@code >} is text. */
    void ignorePrompt() {
        promptDue = false;
    }

    /** Whether the unfinished line is a prompt that nobody waited for. */
    boolean isPromptUnfinished() {
        return !overlong && unfinished.toString().trim().equals(">");
    }

    /** The line whose end has not come yet. */
    String unfinished() {
        return unfinished.toString();
    }

    /** Forgets the unfinished line. */
    void discardUnfinished() {
        unfinished.setLength(0);
        overlong = false;
    }

    private void accept(char c) {
        if (c == '\r' || c == '\n') {
            endLine();
        } else if (c == '>' && promptDue && unfinished.isEmpty() && !overlong) {
            prompt();
        } else if (c != 0 && !overlong) {
            append(c);
        }
    }

    private void append(char c) {
        if (unfinished.length() == maxLength) {
            unfinished.setLength(0);
            overlong = true;
        } else {
            unfinished.append(c);
        }
    }

    private void prompt() {
        promptDue = false;
        sink.onPrompt();
    }

    private void endLine() {
        if (overlong) {
            overlong = false;
            sink.onOverlongLine(maxLength);
            return;
        }
        String line = unfinished.toString();
        unfinished.setLength(0);
        if (!line.isBlank()) {
            sink.onLine(line);
        }
    }
}
