package io.polygator.gsm.at.session;

import java.time.Duration;

/**
 * Deadlines and bounds of one dialogue.
 *
 * @param prompt how long the prompt may take
 * @param quiet how long the line must be silent before a resynchronisation speaks
 * @param maxLineLength longer lines are dropped whole, in characters
 * @param maxQueuedExchanges more are answered Lost at once
 */
public record AtSessionSettings(Duration prompt, Duration quiet, int maxLineLength, int maxQueuedExchanges) {

    public static AtSessionSettings defaults() {
        return new AtSessionSettings(Duration.ofSeconds(5), Duration.ofMillis(300), 4096, 256);
    }
}
