package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.transport.Loop;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a client keeps looking into the storage, and so gets there what it asked to be handed over. SMS Server Tools
 * ask for direct delivery (AT+CNMI=1,2) and read the storage in every round (trace: smsd-01); of lines that come in one
 * go with others they overlook some, and nothing acknowledges those. What a client reads and deletes is not lost.
 */
final class StorageLooks {
    /** A client that has set AT+CNMI gets time to show its habits: smsd looks a second later. */
    static final Duration SETTLING = Duration.ofSeconds(5);

    /** How long a client that has looked is expected to look again. Kannel's sim-buffering has the longest round, 60 s. */
    static final Duration ROUND = Duration.ofMinutes(2);

    /** A client that was told of something for so long and has not read it only counts. */
    static final Duration HEED = Duration.ofMinutes(1);

    private final Loop loop;
    private final Runnable onEnd;
    private Loop.@Nullable Timer round;
    private Loop.@Nullable Timer settling;
    private boolean settled;
    private @Nullable Instant unheededSince;

    /** @param onEnd runs when the client may be handed something that it might not be before */
    StorageLooks(Loop loop, Runnable onEnd) {
        this.loop = loop;
        this.onEnd = onEnd;
    }

    /** The client has set AT+CNMI. */
    void onIndicationSet() {
        if (!settled && settling == null) {
            settling = loop.schedule(SETTLING, this::settle);
        }
    }

    private void settle() {
        settled = true;
        settling = null;
        onEnd.run();
    }

    /** The client was told how many messages there are. */
    void counted(int messages) {
        if (messages == 0) {
            unheededSince = null;
        } else if (unheededSince == null) {
            unheededSince = loop.instant();
        }
        if (isHeeding()) {
            expectNextRound();
        }
    }

    private boolean isHeeding() {
        Instant since = unheededSince;
        return since == null || loop.instant().isBefore(since.plus(HEED));
    }

    /** The client was shown messages. */
    void read() {
        unheededSince = null;
        expectNextRound();
    }

    private void expectNextRound() {
        cancel(round);
        round = loop.schedule(ROUND, this::endRounds);
    }

    private void endRounds() {
        round = null;
        onEnd.run();
    }

    /** Whether the client finds by itself what comes in, or has not shown yet whether it does. */
    boolean areExpected() {
        return !settled || round != null;
    }

    /** The client is gone, or the modem starts again. */
    void forget() {
        cancel(round);
        cancel(settling);
        round = null;
        settling = null;
        settled = false;
        unheededSince = null;
    }

    private static void cancel(Loop.@Nullable Timer timer) {
        if (timer != null) {
            timer.cancel();
        }
    }
}
