package io.polygator.gateway.quota;

import java.time.Instant;

/**
 * A limit that is reached.
 *
 * @param limit in words, for people: {@code 20 segments in an hour}
 * @param until when the next period begins
 */
public record BudgetStop(String limit, Instant until) {}
