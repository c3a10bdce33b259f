package io.polygator.gateway.store;

import java.time.Instant;

/**
 * What may be forgotten.
 *
 * @param concludedBefore messages of which nothing is awaited, by their time of acceptance, with their timelines;
 *     timelines of inbound messages likewise
 * @param orphansBefore status reports that never found their segment
 * @param fingerprintsBefore marks by which repeated inbound segments are known
 * @param bookingsBefore what the budgets of SIMs have paid for, and what accounts have submitted
 * @param deadLettersBefore events that were given up, by the time they were
 * @param mailboxKeysBefore keys of items that were deleted from mailboxes, by the time they were
 */
public record Retention(
        Instant concludedBefore,
        Instant orphansBefore,
        Instant fingerprintsBefore,
        Instant bookingsBefore,
        Instant deadLettersBefore,
        Instant mailboxKeysBefore) {}
