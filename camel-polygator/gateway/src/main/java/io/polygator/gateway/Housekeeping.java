package io.polygator.gateway;

import io.polygator.gateway.store.MessageStore;
import io.polygator.gateway.store.Retention;
import io.polygator.gsm.transport.Loop;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done once an hour: forgetting what is old, giving up on segments that never came. Gateway loop only. */
final class Housekeeping {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration PERIOD = Duration.ofHours(1);
    // Longer than a report is usually awaited, since orphans are tried once more when it is given up.
    private static final Duration ORPHANS_KEPT = Duration.ofDays(4);
    private static final Duration BOOKINGS_KEPT = Duration.ofDays(62);

    private final MessageStore store;
    private final InboundDesk inbound;
    private final EventHub hub;
    private final GatewaySettings settings;
    private final Loop loop;
    private Loop.@Nullable Timer timer;

    Housekeeping(MessageStore store, InboundDesk inbound, EventHub hub, GatewaySettings settings, Loop loop) {
        this.store = store;
        this.inbound = inbound;
        this.hub = hub;
        this.settings = settings;
        this.loop = loop;
    }

    void start() {
        timer = loop.schedule(PERIOD, this::tidy);
    }

    void stop() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    /** How long after it was handed out an event may come again: after failures, and as a dead letter that is replayed. */
    private Duration eventsComeAgain() {
        return settings.events().ageLimit().plus(settings.events().deadLettersKept());
    }

    private void tidy() {
        start();
        Instant now = loop.instant();
        Retention retention = new Retention(
                now.minus(settings.outbound().retention()),
                now.minus(ORPHANS_KEPT),
                now.minus(settings.inbound().repeatsKnown()),
                now.minus(BOOKINGS_KEPT),
                now.minus(settings.events().deadLettersKept()),
                now.minus(eventsComeAgain()));
        inbound.giveUpStale()
                .thenCompose(done -> store.prune(retention))
                .thenComposeAsync(
                        done -> hub.forgetLines(now.minus(settings.events().ageLimit())), loop)
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        LOG.warn("housekeeping failed, again in {}: {}", PERIOD, failure.toString());
                    }
                });
    }
}
