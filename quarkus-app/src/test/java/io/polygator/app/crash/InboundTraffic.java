package io.polygator.app.crash;

import io.polygator.simulator.PolygatorSimulator;
import io.polygator.simulator.SimulatedChannel;
import java.time.Duration;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** People who write to the SIMs all the time, whether or not anybody takes it from there. */
final class InboundTraffic implements AutoCloseable {
    private static final Duration BETWEEN_MESSAGES = Duration.ofMillis(150);
    private static final int FIRST_NUMBER = 7_000_000;
    private static final int LONG_EVERY = 4;
    private static final String LONG = " з довгим продовженням".repeat(8);

    private final PolygatorSimulator simulator;
    private final SplittableRandom random;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Set<String> texts = ConcurrentHashMap.newKeySet();

    InboundTraffic(PolygatorSimulator simulator, long seed) {
        this.simulator = simulator;
        this.random = new SplittableRandom(seed);
    }

    void start() {
        thread.scheduleWithFixedDelay(
                this::write, BETWEEN_MESSAGES.toMillis(), BETWEEN_MESSAGES.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void write() {
        int number = texts.size();
        String text = "inbound " + number + (number % LONG_EVERY == 0 ? LONG : "");
        SimulatedChannel channel =
                simulator.channel(random.nextInt(simulator.channels().size()));
        texts.add(text);
        channel.receiveFrom("+38067" + (FIRST_NUMBER + number), text);
    }

    /** Nothing new comes. */
    void stop() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
            throw new AssertionError("the inbound traffic did not stop");
        }
    }

    /** The texts that the network was given, each once. */
    Set<String> texts() {
        return Set.copyOf(texts);
    }

    /** How many messages lie on the SIMs. */
    int onSims() {
        CompletableFuture<Integer> used = new CompletableFuture<>();
        simulator
                .loop()
                .execute(() -> used.complete(simulator.sims().stream()
                        .mapToInt(sim -> sim.slots().used())
                        .sum()));
        return used.orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
