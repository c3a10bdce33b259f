package io.polygator.app.crash;

import io.polygator.simulator.PolygatorSimulator;
import io.polygator.simulator.SimulatedChannel;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Links that break and modules that restart now and then, whatever they are doing: messages come into doubt by more
 * than the kills. A channel lets its next message wait for minutes after that, so the last life is spared.
 */
final class Accidents implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofMillis(900);

    private final PolygatorSimulator simulator;
    private final SplittableRandom random;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    Accidents(PolygatorSimulator simulator, long seed) {
        this.simulator = simulator;
        this.random = new SplittableRandom(seed);
    }

    void start() {
        thread.scheduleWithFixedDelay(this::happen, BETWEEN.toMillis(), BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void happen() {
        SimulatedChannel channel =
                simulator.channel(random.nextInt(simulator.channels().size()));
        if (random.nextBoolean()) {
            channel.cutLink();
        } else {
            channel.restart();
        }
    }

    /** No more of them. */
    @Override
    public void close() throws InterruptedException {
        thread.shutdownNow();
        if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
            throw new AssertionError("the accidents did not stop");
        }
    }
}
