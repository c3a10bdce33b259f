package io.polygator.http;

import java.time.Instant;

/**
 * An event that a subscription failed to handle until it was given up.
 *
 * @param number names it together with the subscription
 * @param failures how often handling it failed
 * @param reason the last failure
 * @param givenUpAt ISO-8601 in UTC
 */
public record DeadLetterView(
        String subscription, long number, int failures, String reason, String givenUpAt, EventView event) {

    public DeadLetterView(
            String subscription, long number, int failures, String reason, Instant givenUpAt, EventView event) {
        this(subscription, number, failures, reason, givenUpAt.toString(), event);
    }
}
