package io.polygator.smpp.session;

import io.netty.util.concurrent.Future;
import io.polygator.smpp.esme.CommandStatus;
import io.polygator.smpp.wire.Command;
import io.polygator.smpp.wire.PduComposer;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Asks a silent peer whether it is there, and gives it up when it does not answer twice. Loop only. */
final class LinkProbe {
    private static final int MOST_MISSES = 2;
    private static final double JITTER = 0.1;

    private final Connection connection;
    private final Sequence sequence;
    private final SessionTimers timers;
    private final Runnable onDead;
    private @Nullable Future<?> timer;
    private boolean heard;
    private int misses;

    LinkProbe(Connection connection, Sequence sequence, SessionTimers timers, Runnable onDead) {
        this.connection = connection;
        this.sequence = sequence;
        this.timers = timers;
        this.onDead = onDead;
    }

    void start() {
        heard = false;
        misses = 0;
        timer = connection.schedule(jittered(timers.enquireLink()), this::look);
    }

    // Sessions that came together after a restart shall not ask together for ever.
    private static Duration jittered(Duration period) {
        double factor = 1 + ThreadLocalRandom.current().nextDouble(-JITTER, JITTER);
        return Duration.ofNanos((long) (period.toNanos() * factor));
    }

    /** The peer said something. */
    void heard() {
        heard = true;
    }

    private void look() {
        if (heard) {
            start();
        } else {
            ask();
        }
    }

    private void ask() {
        connection.send(PduComposer.header(Command.ENQUIRE_LINK.id(), CommandStatus.ROK, sequence.next()));
        timer = connection.schedule(timers.enquireAnswer(), this::lookForAnswer);
    }

    private void lookForAnswer() {
        if (heard) {
            start();
        } else if (++misses == MOST_MISSES) {
            onDead.run();
        } else {
            ask();
        }
    }

    void stop() {
        if (timer != null) {
            timer.cancel(false);
        }
    }
}
