package io.polygator.gateway.store;

import java.time.Instant;

/**
 * What may be forgotten.
 *
 * @param concludedBefore messages of which nothing is awaited, by their time of acceptance
 * @param orphansBefore status reports that never found their segment
 * @param fingerprintsBefore marks by which repeated inbound segments are known
 */
public record Retention(Instant concludedBefore, Instant orphansBefore, Instant fingerprintsBefore) {}
