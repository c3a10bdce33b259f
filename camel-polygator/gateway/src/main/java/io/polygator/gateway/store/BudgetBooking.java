package io.polygator.gateway.store;

import java.time.Instant;

/**
 * A segment that a SIM's budget pays for, or gets back.
 *
 * @param imsi the SIM
 * @param recipient index key of the recipient's number
 * @param at when the segment was handed over; a booking is given back under the same moment, and giving back what was
 *     never booked changes nothing
 * @param segments 1, or -1 when the segment certainly has not left
 */
public record BudgetBooking(String imsi, String recipient, Instant at, int segments) {

    /** The same segment given back. */
    public BudgetBooking givenBack() {
        return new BudgetBooking(imsi, recipient, at, -segments);
    }

    /** Without the number of SIM and recipient. */
    @Override
    public String toString() {
        return "BudgetBooking[" + segments + " at " + at + "]";
    }
}
