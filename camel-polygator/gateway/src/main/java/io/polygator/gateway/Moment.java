package io.polygator.gateway;

import java.time.Instant;

/**
 * When a rule is applied, drawn before, so that the rule itself is a pure function.
 *
 * @param jitter 0 to 1
 */
record Moment(Instant now, double jitter) {}
