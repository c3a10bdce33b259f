package io.polygator.gsm.transport.trace;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * Puts the bytes of one link together to lines: {@code >} for what we write, {@code <} for what the modem says, {@code
 * #} for what happens to the link. Loop only.
 */
final class Transcript {
    private static final char SUB = 0x1A;
    private static final char ESC = 0x1B;
    private static final String PROMPT = "> ";

    private final InstantSource clock;
    private final TraceSink sink;
    private final PartialLine said = new PartialLine();
    private final PartialLine heard = new PartialLine();
    private String lastCommand = "";
    private boolean payloadDue;

    Transcript(InstantSource clock, TraceSink sink) {
        this.clock = clock;
        this.sink = sink;
    }

    void note(String event) {
        write('#', event);
    }

    void said(byte[] bytes) {
        for (byte octet : bytes) {
            char character = (char) (octet & 0xFF);
            if (character == SUB || character == ESC) {
                write('>', Redaction.ofPayload(said.take()) + (character == SUB ? " <SUB>" : " <ESC>"));
                payloadDue = false;
            } else if (isLineEnd(character)) {
                finishSaid();
            } else {
                said.add(character);
            }
        }
    }

    private void finishSaid() {
        if (said.isEmpty()) {
            return;
        }
        String line = said.take();
        if (payloadDue) {
            write('>', Redaction.ofPayload(line));
        } else {
            lastCommand = line;
            write('>', Redaction.ofCommand(line));
        }
    }

    void heard(byte[] bytes) {
        for (byte octet : bytes) {
            char character = (char) (octet & 0xFF);
            if (isLineEnd(character)) {
                finishHeard();
            } else {
                heard.add(character);
                // The prompt of AT+CMGS is the one thing a modem says without ending the line (3GPP TS 27.005 3.5.1).
                if (heard.is(PROMPT)) {
                    payloadDue = true;
                    finishHeard();
                }
            }
        }
    }

    private void finishHeard() {
        if (heard.isEmpty()) {
            return;
        }
        String line = heard.take();
        if (line.equals(PROMPT)) {
            write('<', ">");
        } else if (line.equals(lastCommand)) {
            write('<', Redaction.ofCommand(line)); // the echo
        } else {
            payloadDue = false;
            write('<', Redaction.ofAnswer(line));
        }
    }

    /** Writes down what was begun and will not be ended. */
    void end() {
        finishSaid();
        finishHeard();
    }

    private void write(char direction, String text) {
        sink.line(clock.instant().truncatedTo(ChronoUnit.MILLIS) + " " + direction + " " + text);
    }

    private static boolean isLineEnd(char character) {
        return character == '\r' || character == '\n';
    }

    /** A line that is still coming; what exceeds its bound is left out. */
    private static final class PartialLine {
        private static final int MAX_LENGTH = 2048;

        private final StringBuilder text = new StringBuilder();

        void add(char character) {
            if (text.length() < MAX_LENGTH) {
                text.append(character);
            }
        }

        boolean isEmpty() {
            return text.isEmpty();
        }

        boolean is(String expected) {
            return text.length() == expected.length() && expected.contentEquals(text);
        }

        String take() {
            String line = text.toString();
            text.setLength(0);
            return line;
        }
    }
}
