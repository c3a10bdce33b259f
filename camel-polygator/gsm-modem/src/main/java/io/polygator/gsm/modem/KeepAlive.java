package io.polygator.gsm.modem;

import java.time.Duration;

/**
 * Speaks when nobody has for a while: ser2net closes an idle connection, and a peer that vanished without a word is
 * noticed only by asking. When the question stays unanswered, the session itself gets back in step or gives up. Modem
 * loop only.
 */
final class KeepAlive {
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

    private final Duration longestSilence;

    KeepAlive(Duration longestSilence) {
        this.longestSilence = longestSilence;
    }

    /** Watches the line until it ends. */
    void watch(Line line) {
        Duration left = longestSilence.minus(line.silence());
        Duration wait = left.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : left;
        line.loop().schedule(wait, () -> check(line));
    }

    private void check(Line line) {
        if (!line.isAlive()) {
            return;
        }
        // While a command runs, the modem owes the next word; asking would disturb it.
        if (line.isIdle() && line.silence().compareTo(longestSilence) >= 0) {
            line.run(Commands.inBackground(Commands.attention()));
        }
        watch(line);
    }
}
