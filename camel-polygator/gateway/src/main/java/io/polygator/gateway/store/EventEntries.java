package io.polygator.gateway.store;

import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.TimelineEntry;
import io.polygator.gateway.message.TimelineEntry.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What the timeline of a message gains when a subscription has done with an event about it. Pure functions. */
public final class EventEntries {
    private EventEntries() {}

    /** The subscription has handled the event; empty when it is about no message. */
    public static List<TimelineEntry> handled(String subscription, GatewayEvent event, Instant at) {
        return entry(event, at, Kind.HANDLED, "subscription " + subscription + " handled " + name(event));
    }

    /** The subscription has given the event up; empty when it is about no message. */
    public static List<TimelineEntry> buried(String subscription, GatewayEvent event, String reason, Instant at) {
        return entry(
                event,
                at,
                Kind.NOT_HANDLED,
                "subscription " + subscription + " gave up " + name(event) + ", now a dead letter: " + reason);
    }

    private static List<TimelineEntry> entry(GatewayEvent event, Instant at, Kind kind, String detail) {
        return event.about().map(id -> TimelineEntry.about(id, at, kind, detail)).stream()
                .toList();
    }

    private static String name(GatewayEvent event) {
        return event instanceof GatewayEvent.Report report
                ? "the report " + report.report().state().name().toLowerCase(Locale.ROOT)
                : "the message";
    }
}
