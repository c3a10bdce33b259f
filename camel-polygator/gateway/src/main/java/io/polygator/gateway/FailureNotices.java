package io.polygator.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;

/**
 * What the log says of the failures of a subscription: the first at once, then one a minute with the number of those
 * between, and that it is over. A receiver that is away for a night fails on every event that waits for it, again and
 * again; a line for each would fill the disk of a gateway. All of them are written at level debug.
 */
final class FailureNotices {
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final String subscription;
    private final Logger log;
    private Optional<Instant> told = Optional.empty();
    private boolean isFailing;
    private long untold;

    FailureNotices(String subscription, Logger log) {
        this.subscription = subscription;
        this.log = log;
    }

    /**
     * Handling an event failed, and comes again.
     *
     * @param time how often it has failed, from 1
     * @param reason without texts and numbers
     */
    void failed(long event, int time, Duration wait, String reason, Instant now) {
        log.debug("subscription {}: event {} failed: {}", subscription, event, reason);
        if (told.isPresent() && now.isBefore(told.get().plus(QUIET))) {
            untold++;
            return;
        }
        log.warn(
                "subscription {} failed on event {} for the {}. time, again in {} s{}: {}",
                subscription,
                event,
                time,
                Math.max(1, wait.toSeconds()),
                untold == 0 ? "" : " (" + untold + " more failures since the last line like this)",
                reason);
        told = Optional.of(now);
        isFailing = true;
        untold = 0;
    }

    /** An event was handled. */
    void worked() {
        if (isFailing) {
            isFailing = false;
            log.info("subscription {} handles events again", subscription);
        }
    }
}
