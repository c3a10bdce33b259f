package io.polygator.gateway.store;

import io.polygator.gateway.message.GatewayEvent;
import java.time.Instant;

/**
 * An event that a subscription refused, or failed to handle for so long that it is tried no more. It is kept until an
 * operator replays or discards it.
 *
 * @param number as it had in the outbox
 * @param failures how often handling it failed
 * @param reason the last failure, for people
 */
public record DeadLetter(
        String subscription, long number, GatewayEvent event, int failures, String reason, Instant buriedAt) {}
