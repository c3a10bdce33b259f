package io.polygator.gateway.store;

import java.util.Set;

/**
 * What a SIM has sent since some moment, as far as it was booked.
 *
 * @param segments how many segments
 * @param recipients index keys of the numbers they went to
 */
public record SimUsage(long segments, Set<String> recipients) {
    public SimUsage {
        recipients = Set.copyOf(recipients);
    }
}
