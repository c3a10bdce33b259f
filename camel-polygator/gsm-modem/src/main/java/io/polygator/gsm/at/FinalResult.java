package io.polygator.gsm.at;

import java.util.Optional;
import java.util.Set;

/** The line that ends the answer to a command (ITU-T V.250 §5.7.1; 3GPP TS 27.005 §3.2.5; 27.007 §9.1). */
public sealed interface FinalResult {
    /** {@code OK}. */
    record Ok() implements FinalResult {}

    /** {@code ERROR} without a reason. */
    record BareError() implements FinalResult {}

    /** {@code +CME ERROR}. */
    record Cme(CmeError error) implements FinalResult {}

    /** {@code +CMS ERROR}. */
    record Cms(CmsError error) implements FinalResult {}

    /** {@code NO CARRIER}, {@code BUSY}, {@code NO ANSWER}, {@code NO DIALTONE}, {@code CONNECT}: of calls only. */
    record Call(String text) implements FinalResult {
        private static final Set<String> TEXTS = Set.of("NO CARRIER", "BUSY", "NO ANSWER", "NO DIALTONE", "CONNECT");
    }

    default boolean isOk() {
        return this instanceof Ok;
    }

    /**
     * Reads a whole line; a line that merely contains a result code is none. The reason of an error may be a number or
     * words, with or without blanks after the colon.
     */
    static Optional<FinalResult> parse(String line) {
        String text = line.trim();
        if (text.equals("OK")) {
            return Optional.of(new Ok());
        }
        if (text.equals("ERROR")) {
            return Optional.of(new BareError());
        }
        if (text.startsWith("+CME ERROR:")) {
            return Optional.of(new Cme(CmeError.parse(text.substring("+CME ERROR:".length()))));
        }
        if (text.startsWith("+CMS ERROR:")) {
            return Optional.of(new Cms(CmsError.parse(text.substring("+CMS ERROR:".length()))));
        }
        if (Call.TEXTS.contains(text) || text.startsWith("CONNECT ")) {
            return Optional.of(new Call(text));
        }
        return Optional.empty();
    }
}
