package io.polygator.gateway.store;

import io.polygator.gateway.message.TimelineEntry;
import java.util.List;

/**
 * A changed message and what is stored with it in the same transaction. What comes too late changes nothing in the
 * message and is stored all the same.
 *
 * @param events what subscriptions are told
 * @param entries what its timeline gains
 * @param bookings what it takes from the budgets of SIMs, or gives back
 */
public record Edited(
        StoredMessage message, List<AddressedEvent> events, List<TimelineEntry> entries, List<BudgetBooking> bookings) {
    public Edited {
        events = List.copyOf(events);
        entries = List.copyOf(entries);
        bookings = List.copyOf(bookings);
    }

    /** A change nobody needs to hear of. */
    public static Edited quietly(StoredMessage message) {
        return new Edited(message, List.of(), List.of(), List.of());
    }
}
