package io.polygator.gateway.quota;

/**
 * What an account has submitted.
 *
 * @param today segments since the day began
 * @param thisMonth segments since the month began
 */
public record AccountUsage(long today, long thisMonth) {}
