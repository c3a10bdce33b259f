package io.polygator.gsm.at.session;

import java.time.Duration;

/**
 * Deadlines and bounds of one dialogue.
 *
 * @param prompt how long what a module does at once may take: the prompt, the answer to a bare AT
 * @param quiet how long the line must be silent before a resynchronisation speaks
 * @param maxLineLength longer lines are dropped whole, in characters
 * @param maxQueuedExchanges more are answered Lost at once
 */
public record AtSessionSettings(Duration prompt, Duration quiet, int maxLineLength, int maxQueuedExchanges) {

    public AtSessionSettings {
        if (prompt.isNegative() || prompt.isZero() || quiet.isNegative() || quiet.isZero()) {
            throw new IllegalArgumentException("prompt and quiet must be positive, were " + prompt + " and " + quiet);
        }
        if (maxLineLength < 512 || maxQueuedExchanges < 1) {
            throw new IllegalArgumentException(
                    "maxLineLength must be at least 512 and maxQueuedExchanges at least 1, were " + maxLineLength
                            + " and " + maxQueuedExchanges);
        }
    }

    public static AtSessionSettings defaults() {
        return new AtSessionSettings(Duration.ofSeconds(5), Duration.ofMillis(300), 4096, 256);
    }
}
