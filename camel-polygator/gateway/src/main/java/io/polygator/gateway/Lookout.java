package io.polygator.gateway;

import io.polygator.gsm.transport.Loop;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for something to do: one look at a time, once more when it was woken during a look, again when something is due
 * that was not due yet, and after a back-off when a look failed. Whoever wakes it can rely on a look that begins after
 * that; while it backs off that look waits with the rest. Gateway loop only.
 */
final class Lookout {
    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);

    /** One look, and everything that is done about what it finds. */
    @FunctionalInterface
    interface Look {
        /**
         * Looks. The stage may complete on any thread, with the moment by which to look again at the latest; it fails
         * when the look has to be repeated.
         */
        CompletionStage<Optional<Instant>> now();
    }

    private final String what;
    private final Look look;
    private final Loop loop;
    private final DoubleSupplier jitter;

    private boolean looking;
    private boolean again;
    private boolean backingOff;
    private boolean stopped;
    private int failures;
    private @Nullable Instant armedFor;
    private Loop.@Nullable Timer timer;

    /**
     * Not looking yet.
     *
     * @param what the look in words, for the log: "what is due"
     */
    Lookout(String what, Look look, Loop loop, DoubleSupplier jitter) {
        this.what = what;
        this.look = look;
        this.loop = loop;
        this.jitter = jitter;
    }

    /** Something has changed: looks now, or once the look under way is over, or when the back-off ends. */
    void wake() {
        if (stopped || backingOff) {
            return;
        }
        if (looking) {
            again = true;
            return;
        }
        disarm();
        looking = true;
        begin().whenCompleteAsync(this::looked, loop);
    }

    /** There is something to see at the given moment: looks then, unless it does so before. */
    void wakeAt(Instant moment) {
        if (stopped || backingOff || (armedFor != null && !moment.isBefore(armedFor))) {
            return;
        }
        disarm();
        armedFor = moment;
        timer = loop.schedule(Duration.between(loop.instant(), moment), () -> {
            disarm();
            backingOff = false;
            wake();
        });
    }

    /** Looks no more; what a look under way finds is still acted upon. */
    void stop() {
        stopped = true;
        disarm();
    }

    private CompletionStage<Optional<Instant>> begin() {
        try {
            return look.now();
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private void looked(@Nullable Optional<Instant> next, @Nullable Throwable failure) {
        looking = false;
        boolean woken = again;
        again = false;
        if (next == null) {
            backOff(String.valueOf(failure));
            return;
        }
        failures = 0;
        next.ifPresent(this::wakeAt);
        if (woken) {
            wake();
        }
    }

    private void backOff(String why) {
        Duration wait = StoreRetries.BACK_OFF.after(failures++, jitter.getAsDouble());
        LOG.warn("could not look at {}, again in {}: {}", what, wait, why);
        disarm();
        wakeAt(loop.instant().plus(wait));
        backingOff = !stopped;
    }

    private void disarm() {
        armedFor = null;
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }
}
