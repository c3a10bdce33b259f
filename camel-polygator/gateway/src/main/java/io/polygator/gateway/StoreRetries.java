package io.polygator.gateway;

import io.polygator.gateway.channel.RetryDelay;
import io.polygator.gsm.transport.Loop;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what must be done in the store, however long the store fails: what happened on the air cannot be undone. A step
 * that failed may have been committed all the same, so it must bear repetition. Gateway loop only.
 */
final class StoreRetries {
    /** The waits after failures of the store. */
    static final RetryDelay BACK_OFF = new RetryDelay(Duration.ofSeconds(1), Duration.ofMinutes(1));

    private static final Logger LOG = LoggerFactory.getLogger(StoreRetries.class);

    private final Loop loop;
    private final DoubleSupplier jitter;
    private boolean stopped;

    StoreRetries(Loop loop, DoubleSupplier jitter) {
        this.loop = loop;
        this.jitter = jitter;
    }

    /** What a step came to. */
    record Done<T>(T value, boolean atOnce) {}

    /**
     * Repeats the step until it succeeds.
     *
     * @param what the step in words, for the log, without numbers and texts
     * @return completes on the loop; never if the gateway is closed before
     */
    <T> CompletionStage<Done<T>> untilDone(String what, Supplier<CompletionStage<T>> step) {
        CompletableFuture<Done<T>> done = new CompletableFuture<>();
        attempt(what, step, 0, done);
        return done;
    }

    /** Repeats nothing more. */
    void stop() {
        stopped = true;
    }

    private <T> void attempt(
            String what, Supplier<CompletionStage<T>> step, int earlier, CompletableFuture<Done<T>> done) {
        begin(step)
                .whenCompleteAsync(
                        (value, failure) -> {
                            if (failure == null) {
                                done.complete(new Done<>(value, earlier == 0));
                            } else if (!stopped) {
                                repeat(what, step, earlier, done, failure);
                            }
                        },
                        loop);
    }

    private <T> void repeat(
            String what,
            Supplier<CompletionStage<T>> step,
            int earlier,
            CompletableFuture<Done<T>> done,
            Throwable why) {
        Duration wait = BACK_OFF.after(earlier, jitter.getAsDouble());
        LOG.warn("{} could not be stored or read, again in {}: {}", what, wait, why.toString());
        loop.schedule(wait, () -> attempt(what, step, earlier + 1, done));
    }

    private static <T> CompletionStage<T> begin(Supplier<CompletionStage<T>> step) {
        try {
            return step.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }
}
