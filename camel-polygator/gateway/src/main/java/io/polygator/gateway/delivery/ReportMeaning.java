package io.polygator.gateway.delivery;

import io.polygator.gsm.sms.tpdu.DeliveryStatus;

/** What a TP-ST says about a segment (3GPP TS 23.040 §9.2.3.15). */
public enum ReportMeaning {
    /** The transaction is completed. */
    DELIVERED,
    /** The service centre goes on trying; another report follows. */
    PENDING,
    /** Given up since its validity ended. */
    EXPIRED,
    /** Given up, or never accepted by the other side. */
    FAILED,
    /** A reserved value: it says nothing. */
    UNKNOWN;

    private static final int FIRST_PENDING = 0x20;
    private static final int FIRST_PERMANENT = 0x40;
    private static final int VALIDITY_EXPIRED = 0x46;
    private static final int FIRST_RESERVED = 0x80;

    public static ReportMeaning of(DeliveryStatus status) {
        int value = status.value();
        if (value < FIRST_PENDING) {
            return DELIVERED;
        }
        if (value < FIRST_PERMANENT) {
            return PENDING;
        }
        if (value == VALIDITY_EXPIRED) {
            return EXPIRED;
        }
        return value < FIRST_RESERVED ? FAILED : UNKNOWN;
    }
}
