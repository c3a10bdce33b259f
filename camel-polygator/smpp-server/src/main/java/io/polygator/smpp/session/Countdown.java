package io.polygator.smpp.session;

import io.netty.util.concurrent.Future;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One timer that is started, started anew and stopped. Loop only. */
final class Countdown {
    private final Connection connection;
    private final Duration time;
    private final Runnable onEnd;
    private @Nullable Future<?> running;

    Countdown(Connection connection, Duration time, Runnable onEnd) {
        this.connection = connection;
        this.time = time;
        this.onEnd = onEnd;
    }

    boolean isRunning() {
        return running != null;
    }

    /** Starts from the full time, whether it runs or not. */
    void restart() {
        stop();
        running = connection.schedule(time, this::end);
    }

    private void end() {
        running = null;
        onEnd.run();
    }

    void stop() {
        if (running != null) {
            running.cancel(false);
            running = null;
        }
    }
}
