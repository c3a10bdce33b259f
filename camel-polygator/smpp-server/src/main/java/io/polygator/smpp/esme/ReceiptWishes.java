package io.polygator.smpp.esme;

import java.util.Set;

/**
 * Which receipts an ESME wants, from registered_delivery (SMPP 3.4 §5.2.17).
 *
 * @param events empty when it wants none
 */
public record ReceiptWishes(Set<Event> events) {

    /** What may be reported. */
    public enum Event {
        DELIVERED,
        FAILED,
        /** The message is still on its way. */
        INTERMEDIATE
    }

    public ReceiptWishes {
        events = Set.copyOf(events);
    }

    public static ReceiptWishes none() {
        return new ReceiptWishes(Set.of());
    }

    public boolean wants(Event event) {
        return events.contains(event);
    }
}
