package io.polygator.gateway.message;

import java.time.Instant;

/**
 * A USSD dialogue in which it is our turn.
 *
 * @param id names it; drawn at random
 * @param endsAt the network waits for the answer until then
 */
public record UssdSession(String id, Instant endsAt) {}
